import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type NextAction = Schemas['NextAction']

/** The stage that a row suggests to move to; null where the row is about a touch. */
export const suggestedMove = ({ action, suggestedStage }: NextAction) =>
  action === 'move' ? suggestedStage : null

/**
 * The day's list, most valuable first: cut to the minutes the rep has, which is one page; without minutes it is
 * everybody, page by page.
 */
export const listNextActions = (minutes: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['intelligence', 'next-actions', 'list', minutes ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      getPage<NextAction>(
        '/intelligence/next-actions',
        { minutes, cursor: pageParam || undefined, limit: minutes ? 100 : 50 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
