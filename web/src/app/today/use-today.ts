import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getWords } from '@/features/campaigns/get-words'
import { getDailyProgress } from '@/features/contacts/get-daily-progress'
import { summariseNextActions } from '@/features/intelligence/summarise-next-actions'
import { listNextActions } from '@/features/intelligence/list-next-actions'
import { rowKey } from './held-change'
import type { Gone } from './held-changes'

/** Everything Today shows, without the rows that were just worked. */
export const useToday = (minutes: number | undefined, gone: Gone) => {
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

  const uncounted = [...gone.values()].flatMap(({ state, change }) =>
    state !== 'counted' && change.kind === 'done' ? [change] : [],
  )
  const ahead = {
    invites: uncounted.filter(({ fact }) => fact?.type === 'INVITE_SENT').length,
    followUps: uncounted.filter(({ touch }) => touch.followUpId).length,
  }
  return {
    list,
    rows,
    wordsOf,
    summary: summary.data,
    progress,
    ahead,
    // Both numbers are the server's of one moment: what was worked since is missing in both or in neither.
    waiting: Math.max(0, (summary.data?.due ?? 0) - (all?.length ?? 0)),
    wordsPending: words.isPending && wanted.length > 0,
  }
}
