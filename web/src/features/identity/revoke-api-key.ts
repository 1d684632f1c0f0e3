import { del } from '@/lib/api/client'

export const revokeApiKey = (id: string) => del(`/identity/api-keys/${id}`)
