import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'

export type Member = { id: string; name: string; email: string; role: string; lastTouchAt: string | null; joinedAt: string }

export const listMembers = queryOptions({
  queryKey: ['identity', 'members'],
  queryFn: ({ signal }) => get<Member[]>('/identity/members', undefined, signal),
})
