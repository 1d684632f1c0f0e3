import { post } from '@/lib/api/client'

export const archiveField = (id: string) => post(`/contacts/fields/${id}/archive`)
