import { del } from '@/lib/api/client'

export const removeTotp = (request: { password: string; code: string }) => del('/identity/me/totp', request)
