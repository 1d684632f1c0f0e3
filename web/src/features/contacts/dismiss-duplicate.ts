import { post } from '@/lib/api/client'

export const dismissDuplicate = (leftId: string, rightId: string) =>
  post('/contacts/duplicates/dismiss', { leftId, rightId })
