import { post } from '@/lib/api/client'

export const restoreMember = (id: string) => post(`/identity/members/${id}/restore`)
