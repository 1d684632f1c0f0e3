import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { sayError, sayUndo, say } from '@/components/toast'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { Card } from '@/features/contacts/contact'
import { deleteContact } from '@/features/contacts/delete-contact'
import { restoreContact } from '@/features/contacts/restore-contact'
import { t } from '@/lib/i18n/translate'

type Props = { card: Card; onEdit: () => void; onDeleted: () => Promise<void> }

export const CardMenu = ({ card, onEdit, onDeleted }: Props) => {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ refetchType: 'active' })

  const restore = async () => {
    try {
      await restoreContact(card.id)
      say(t('card.restored', { name: card.name }))
      await refresh()
    } catch (error) {
      sayError(error)
    }
  }
  const remove = async () => {
    try {
      await deleteContact(card.id)
      await onDeleted()
      sayUndo(t('card.deleted', { name: card.name }), () => void restore(), 10_000)
      await refresh()
    } catch (error) {
      sayError(error)
    }
  }
  return (
    <Menu
      trigger={
        <IconButton label={t('action.more')} outlined>
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil />} onSelect={onEdit}>
        {t('action.edit')}
      </MenuItem>
      <MenuItem danger icon={<Trash2 />} onSelect={() => void remove()}>
        {t('action.delete')}
      </MenuItem>
    </Menu>
  )
}
