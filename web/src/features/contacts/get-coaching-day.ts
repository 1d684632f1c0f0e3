import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type CoachingDay = Schemas['GetCoachingDayResponse']
export type AskedQuestion = Schemas['AskedQuestion']

export const getCoachingDay = queryOptions({
  queryKey: ['contacts', 'coaching'],
  queryFn: ({ signal }) => get<CoachingDay>('/contacts/coaching', undefined, signal),
})
