import { post } from '@/lib/api/client'

export const resendSignUpMail = (request: { email: string }) => post('/identity/accounts/resend', request)
