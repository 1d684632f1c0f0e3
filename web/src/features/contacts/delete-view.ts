import { del } from '@/lib/api/client'

export const deleteView = (id: string) => del(`/contacts/views/${id}`)
