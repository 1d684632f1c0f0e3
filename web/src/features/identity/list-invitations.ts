import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Invitation = Schemas['InvitationView']

export const listInvitations = queryOptions({
  queryKey: ['identity', 'invitations'],
  queryFn: ({ signal }) => get<Invitation[]>('/identity/invitations', undefined, signal),
})
