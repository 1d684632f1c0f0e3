import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getWords } from '@/features/campaigns/get-words'
import { getDailyProgress } from '@/features/contacts/get-daily-progress'
import { summariseNextActions } from '@/features/intelligence/summarise-next-actions'
import { listNextActions } from '@/features/intelligence/list-next-actions'
import { type HeldChange, rowKey } from './held-change'

/** Everything Today shows, without the rows that were just worked. */
export const useToday = (minutes: number | undefined, gone: ReadonlyMap<string, HeldChange>) => {
  const list = useQuery({
    ...listNextActions(minutes),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const summary = useQuery(summariseNextActions)
  const progress = useQuery(getDailyProgress)

  const all = list.data?.items
  const wanted = useMemo(() => (all ?? []).map(({ contactId, purpose }) => `${contactId}:${purpose}`), [all])
  const words = useQuery({ ...getWords(wanted), placeholderData: keepPreviousData })

  const rows = useMemo(() => (all ?? []).filter((action) => !gone.has(rowKey(action))), [all, gone])
  const wordsOf = useMemo(
    () => new Map((words.data ?? []).map((each) => [`${each.contactId}:${each.purpose}`, each])),
    [words.data],
  )

  const held = [...gone.values()].filter((change) => change.kind === 'done')
  const ahead = {
    invites: held.filter((change) => change.fact?.type === 'INVITE_SENT').length,
    followUps: held.filter((change) => change.touch.followUpId).length,
  }
  return {
    list,
    rows,
    wordsOf,
    summary: summary.data,
    progress,
    ahead,
    wordsPending: words.isPending && wanted.length > 0,
  }
}
