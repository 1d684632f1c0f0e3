import { del } from '@/lib/api/client'

export const disableMember = (id: string) => del(`/identity/members/${id}`)
