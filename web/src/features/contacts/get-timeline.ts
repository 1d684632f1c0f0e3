import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'

export type TimelineEntry = {
  id: string
  kind: 'touch' | 'fact' | 'followUp' | 'move' | 'send' | 'snooze'
  at: string
  title: string
  detail: string | null
  by: { id: string; name: string } | null
  data?: Record<string, unknown> | null
}

export const getTimeline = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      getPage<TimelineEntry>(`/contacts/${id}/timeline`, { cursor: pageParam || undefined, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
