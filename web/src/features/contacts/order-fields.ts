import { put } from '@/lib/api/client'

export const orderFields = (ids: string[]) => put('/contacts/fields/order', { ids })
