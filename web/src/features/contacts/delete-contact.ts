import { del } from '@/lib/api/client'

export const deleteContact = (id: string) => del(`/contacts/${id}`)
