import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type LeaderboardRow = Schemas['GetLeaderboardResponse']

export const getLeaderboard = queryOptions({
  queryKey: ['contacts', 'leaderboard'],
  queryFn: ({ signal }) => get<LeaderboardRow[]>('/contacts/leaderboard', undefined, signal),
})
