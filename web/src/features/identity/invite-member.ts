import { post } from '@/lib/api/client'

export const inviteMember = (request: { email: string; role: string; sponsorId?: string }) =>
  post('/identity/invitations', request)
