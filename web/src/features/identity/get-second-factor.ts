import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type SecondFactor = Schemas['GetSecondFactorResponse']

export const getSecondFactor = queryOptions({
  queryKey: ['identity', 'second-factor'],
  queryFn: ({ signal }) => get<SecondFactor>('/identity/me/second-factor', undefined, signal),
})
