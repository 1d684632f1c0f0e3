import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type OwnSession = Schemas['ListSessionsResponse']

export const listSessions = queryOptions({
  queryKey: ['identity', 'sessions'],
  queryFn: ({ signal }) => get<OwnSession[]>('/identity/sessions', undefined, signal),
})
