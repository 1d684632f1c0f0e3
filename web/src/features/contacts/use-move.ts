import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say, sayError, sayUndo } from '@/components/toast'
import { isStatus, problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { canTakeBack, type Stage, stageLabel } from '@/lib/stages'
import type { Missing } from './contact'
import { type MoveContact, moveContact } from './move-contact'
import { useRefreshContact } from './use-refresh-contact'

export type Mover = { id: string; name: string; stage: Stage }
export type Refusal = { contact: Mover; to: Stage; code: string; detail?: string; missing: Missing[] }

/** Shows the move before the server has agreed, and answers with the way back. */
type Handlers = { onMutate?: (contact: Mover, to: Stage) => () => void }

/** Moves a contact; a refusal the rules explain is kept for the sheet, any other is told in a toast. */
export const useMove = ({ onMutate }: Handlers = {}) => {
  const refresh = useRefreshContact()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const mutation = useMutation({
    mutationFn: ({ contact, ...request }: { contact: Mover; silent?: boolean } & MoveContact) =>
      moveContact(contact.id, { to: request.to, reason: request.reason, force: request.force }),
    onMutate: ({ contact, to }) => onMutate?.(contact, to),
    onSuccess: (moved, { contact, silent }) => {
      setRefusal(null)
      void refresh(contact.id)
      const done = t('board.moved', { name: contact.name, stage: stageLabel(moved.to) })
      // The gate only advises: it let them through, and says what it would have wanted.
      const text = moved.missing[0] ? `${done} ${t('board.past', { what: moved.missing[0].text })}` : done
      const back = () =>
        mutation.mutate({ contact: { ...contact, stage: moved.to }, to: contact.stage, silent: true })
      // What the server would refuse, or what made follow-ups, is not taken back by moving: offer no more than we can do.
      if (silent || moved.followUps.length > 0 || !canTakeBack(moved.from, moved.to)) say(text)
      else sayUndo(text, back, 10_000)
    },
    onError: (error, { contact, to }, back) => {
      back?.()
      const problem = problemOf<{ missing: Missing[] }>(error)
      if (isStatus(error, 409, 422))
        setRefusal({
          contact,
          to,
          code: problem.code,
          detail: problem.detail,
          missing: problem.missing ?? [],
        })
      else sayError(error)
    },
  })
  return {
    move: (contact: Mover, to: Stage, extra: Pick<MoveContact, 'force' | 'reason'> = {}) => {
      if (contact.stage !== to) mutation.mutate({ contact, to, ...extra })
    },
    moving: mutation.isPending,
    refusal,
    dismiss: () => setRefusal(null),
  }
}
