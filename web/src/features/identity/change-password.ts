import { post } from '@/lib/api/client'

export const changePassword = (request: { current: string; new: string }) =>
  post('/identity/me/password', request)
