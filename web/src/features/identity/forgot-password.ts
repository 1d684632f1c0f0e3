import { post } from '@/lib/api/client'

export const forgotPassword = (request: { email: string }) => post('/identity/password/forgot', request)
