import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const confirmTotp = (request: { code: string }) =>
  post<Schemas['ConfirmTotpResponse']>('/identity/me/totp/confirm', request)
