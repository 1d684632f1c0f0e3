import { del } from '@/lib/api/client'

export const endSessionOf = (id: string) => del(`/identity/sessions/${id}`)
