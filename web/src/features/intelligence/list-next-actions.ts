import { queryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type NextAction = Schemas['NextAction']

/** The day's list, most valuable first, cut to the minutes the rep has; without minutes it is everybody. */
export const listNextActions = (minutes: number | undefined) =>
  queryOptions({
    queryKey: ['intelligence', 'next-actions', 'list', minutes ?? 'all'],
    queryFn: ({ signal }) =>
      getPage<NextAction>('/intelligence/next-actions', { minutes, limit: 50 }, signal),
  })
