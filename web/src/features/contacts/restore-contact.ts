import { post } from '@/lib/api/client'

export const restoreContact = (id: string) => post(`/contacts/${id}/restore`)
