import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type TeamLine = Schemas['GetTeamResponse']

export const getTeam = queryOptions({
  queryKey: ['identity', 'team'],
  queryFn: ({ signal }) => get<TeamLine[]>('/identity/team', undefined, signal),
})
