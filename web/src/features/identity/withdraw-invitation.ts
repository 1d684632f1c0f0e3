import { del } from '@/lib/api/client'

export const withdrawInvitation = (id: string) => del(`/identity/invitations/${id}`)
