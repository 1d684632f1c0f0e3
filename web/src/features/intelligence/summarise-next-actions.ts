import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const summariseNextActions = queryOptions({
  queryKey: ['intelligence', 'next-actions', 'summary'],
  queryFn: ({ signal }) =>
    get<Schemas['SummariseNextActionsResponse']>('/intelligence/next-actions/summary', undefined, signal),
})
