import { del } from '@/lib/api/client'

export const removePasskey = (id: string) => del(`/identity/me/passkeys/${id}`)
