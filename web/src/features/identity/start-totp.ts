import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

/** The secret as text, as an `otpauth:` address and as the picture of it (an SVG). */
export type TotpSecret = Schemas['StartTotpResponse']

export const startTotp = (request: { password: string }) => post<TotpSecret>('/identity/me/totp', request)
