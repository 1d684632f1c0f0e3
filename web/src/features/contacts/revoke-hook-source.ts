import { del } from '@/lib/api/client'

export const revokeHookSource = (id: string) => del(`/contacts/hook-sources/${id}`)
