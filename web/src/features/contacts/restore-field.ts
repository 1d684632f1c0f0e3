import { post } from '@/lib/api/client'

export const restoreField = (id: string) => post(`/contacts/fields/${id}/restore`)
