import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getWords, wordsKey } from '@/features/campaigns/get-words'
import { getDailyProgress } from '@/features/contacts/get-daily-progress'
import { listNextActions, type NextAction } from '@/features/intelligence/list-next-actions'
import { summariseNextActions } from '@/features/intelligence/summarise-next-actions'
import { rowKey } from './held-change'
import type { Gone } from './held-changes'

const minutesOf = (rows: NextAction[]) => rows.reduce((sum, row) => sum + row.minutes, 0)

/** Everything Today shows, without the rows that were just worked. */
export const useToday = (
  minutes: number | undefined,
  gone: Gone,
  isMoved: (action: NextAction) => boolean,
) => {
  const list = useInfiniteQuery({
    ...listNextActions(minutes),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const { data: summary } = useQuery(summariseNextActions)
  const progress = useQuery(getDailyProgress)

  const pages = list.data?.pages
  // By key: a row whose worth changed between two pages is on both.
  const all = useMemo(
    () => [
      ...new Map(
        (pages ?? []).flatMap(({ items }) => items).map((action) => [rowKey(action), action]),
      ).values(),
    ],
    [pages],
  )
  const words = useQuery({ ...getWords(all.map(wordsKey)), placeholderData: keepPreviousData })
  const wordsOf = useMemo(
    () => new Map((words.data ?? []).map((each) => [wordsKey(each), each])),
    [words.data],
  )
  const rows = all.filter((action) => !gone.has(rowKey(action)) && !isMoved(action))

  const uncounted = [...gone.values()].flatMap(({ state, change }) =>
    state !== 'counted' && change.kind === 'done' ? [change] : [],
  )
  const ahead = {
    invites: uncounted.filter(({ fact }) => fact?.type === 'INVITE_SENT').length,
    followUps: uncounted.filter(({ touch }) => touch.followUpId).length,
  }
  // With more pages to come the server's count is the day's; what it does not know yet is taken off.
  const day = list.hasNextPage && summary ? summary : { due: all.length, minutes: minutesOf(all) }
  const load = {
    people: day.due - (all.length - rows.length),
    minutes: day.minutes - (minutesOf(all) - minutesOf(rows)),
  }
  return {
    list,
    rows,
    load,
    wordsOf,
    wordsPending: all.length > 0 && (words.isPending || words.isPlaceholderData),
    progress,
    ahead,
    tomorrow: summary?.tomorrow ?? 0,
    // Both numbers are the server's of one moment: what was worked since is missing in both or in neither.
    waiting: Math.max(0, (summary?.due ?? 0) - all.length),
  }
}
