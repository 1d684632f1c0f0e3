import { post } from '@/lib/api/client'

export const resetPassword = (request: { token: string; password: string }) =>
  post('/identity/password/reset', request)
