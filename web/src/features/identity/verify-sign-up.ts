import { post } from '@/lib/api/client'

export const verifySignUp = (token: string) => post('/identity/accounts/verify', { token })
