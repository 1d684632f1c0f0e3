import { post } from '@/lib/api/client'

export const resetSecondFactor = (id: string) => post(`/identity/members/${id}/second-factor/reset`)
