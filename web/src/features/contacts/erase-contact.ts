import { post } from '@/lib/api/client'

export const eraseContact = (id: string) => post(`/contacts/${id}/erase`)
