import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const renewRecoveryCodes = (request: { code: string }) =>
  post<Schemas['RenewRecoveryCodesResponse']>('/identity/me/recovery-codes', request)
