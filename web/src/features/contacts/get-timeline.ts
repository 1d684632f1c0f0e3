import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type TimelineEntry = Omit<Schemas['TimelineEntry'], 'data'> & { data: Record<string, unknown> | null }

export const getTimeline = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      getPage<TimelineEntry>(
        `/contacts/${id}/timeline`,
        { cursor: pageParam || undefined, limit: 30 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
