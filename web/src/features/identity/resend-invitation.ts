import { post } from '@/lib/api/client'

export const resendInvitation = (id: string) => post(`/identity/invitations/${id}/resend`)
