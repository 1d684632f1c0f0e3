import { del } from '@/lib/api/client'

export const deleteRole = (name: string) => del(`/identity/roles/${encodeURIComponent(name)}`)
