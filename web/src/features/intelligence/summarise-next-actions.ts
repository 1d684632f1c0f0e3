import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'

export const summariseNextActions = queryOptions({
  queryKey: ['intelligence', 'next-actions', 'summary'],
  queryFn: ({ signal }) =>
    get<{ due: number; minutes: number; tomorrow: number }>('/intelligence/next-actions/summary', undefined, signal),
})
