import { queryOptions } from '@tanstack/react-query'
import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type InvitationPreview = Schemas['PreviewInvitationResponse']

export const previewInvitation = (token: string) =>
  queryOptions({
    queryKey: ['identity', 'invitation', token],
    queryFn: () => post<InvitationPreview>('/identity/invitations/preview', { token }),
    retry: false,
    staleTime: Infinity,
  })
