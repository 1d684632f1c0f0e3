import { Ellipsis, Eraser, FileDown, Pencil, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { sayError, sayUndo, say } from '@/components/toast'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { Card } from '@/features/contacts/contact'
import { deleteContact } from '@/features/contacts/delete-contact'
import { useCan } from '@/lib/auth/session'
import { restoreContact } from '@/features/contacts/restore-contact'
import { t } from '@/lib/i18n/translate'

const EraseDialog = lazy(() => import('./erase-dialog').then((module) => ({ default: module.EraseDialog })))

type Props = { card: Card; onEdit: () => void; onDeleted: () => Promise<void> }

export const CardMenu = ({ card, onEdit, onDeleted }: Props) => {
  const queryClient = useQueryClient()
  const canErase = useCan('contacts.erase')
  // Each module asks for its own right, and half of what is known is no answer.
  const canHandOut = [
    useCan('contacts.personal-data'),
    useCan('campaigns.personal-data'),
    useCan('intelligence.personal-data'),
  ].every(Boolean)
  const [erasing, setErasing] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ refetchType: 'active' })

  const handOut = () => import('./hand-out').then((module) => module.handOut(card.id)).catch(sayError)
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
    <>
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
        {canHandOut && (
          <MenuItem icon={<FileDown />} onSelect={() => void handOut()}>
            {t('card.handOut')}
          </MenuItem>
        )}
        <MenuItem danger icon={<Trash2 />} onSelect={() => void remove()}>
          {t('action.delete')}
        </MenuItem>
        {canErase && (
          <MenuItem danger icon={<Eraser />} onSelect={() => setErasing(true)}>
            {t('card.erase')}
          </MenuItem>
        )}
      </Menu>
      {erasing && (
        <Suspense>
          <EraseDialog card={card} onErased={onDeleted} onClose={() => setErasing(false)} />
        </Suspense>
      )}
    </>
  )
}
