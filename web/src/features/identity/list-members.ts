import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Member = Schemas['ListMembersResponse']

export const listMembers = queryOptions({
  queryKey: ['identity', 'members'],
  queryFn: ({ signal }) => get<Member[]>('/identity/members', undefined, signal),
})
