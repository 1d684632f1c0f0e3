import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type DailyProgress = Schemas['GetDailyProgressResponse']

export const getDailyProgress = queryOptions({
  queryKey: ['contacts', 'daily-progress'],
  queryFn: ({ signal }) => get<DailyProgress>('/contacts/daily-progress', undefined, signal),
})
