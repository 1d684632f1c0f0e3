import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type TeamCounts = Schemas['GetTeamCountsResponse']

export const getTeamCounts = queryOptions({
  queryKey: ['contacts', 'team-counts'],
  queryFn: ({ signal }) => get<TeamCounts[]>('/contacts/team-counts', undefined, signal),
})
