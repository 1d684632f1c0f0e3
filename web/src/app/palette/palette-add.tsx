import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { UserPlus } from 'lucide-react'
import { say, sayError } from '@/components/toast'
import { createContact } from '@/features/contacts/create-contact'
import { draftFromLine } from '@/features/contacts/draft-from-line'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { PaletteItem } from './palette-item'

type Props = { name: string; onClose: () => void }

/** Adds the person whose name is typed and opens the card, where the rest can be written. */
export const PaletteAdd = ({ name, onClose }: Props) => {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const canAdd = useCan('contacts.write')
  if (!canAdd) return null

  const add = async () => {
    onClose()
    try {
      const { id } = await createContact(draftFromLine({ name, reach: '' }))
      say(t('palette.added', { name }))
      void queryClient.invalidateQueries()
      await navigate({ to: '/contacts/$id', params: { id } })
    } catch (error) {
      sayError(error)
    }
  }
  return (
    <Command.Group heading={t('palette.actions')}>
      <PaletteItem value={`add ${name}`} icon={UserPlus} onSelect={() => void add()}>
        {t('palette.add', { name })}
      </PaletteItem>
    </Command.Group>
  )
}
