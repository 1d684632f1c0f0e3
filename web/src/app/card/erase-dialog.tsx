import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Confirm } from '@/components/confirm'
import { say, sayError } from '@/components/toast'
import type { Card } from '@/features/contacts/contact'
import { eraseContact } from '@/features/contacts/erase-contact'
import { t } from '@/lib/i18n/lazy/erase'

type Props = { card: Card; onErased: () => Promise<void>; onClose: () => void }

export const EraseDialog = ({ card, onErased, onClose }: Props) => {
  const queryClient = useQueryClient()
  const erasing = useMutation({
    mutationFn: () => eraseContact(card.id),
    onSuccess: async () => {
      await onErased()
      say(t('erase.done', { name: card.name }))
      await queryClient.invalidateQueries({ refetchType: 'active' })
    },
    onError: sayError,
  })
  return (
    <Confirm
      title={t('erase.title', { name: card.name })}
      label={t('erase.confirm')}
      busy={erasing.isPending}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    >
      {t('erase.text')}
    </Confirm>
  )
}
