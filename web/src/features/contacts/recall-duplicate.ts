import { post } from '@/lib/api/client'

export const recallDuplicate = (leftId: string, rightId: string) =>
  post('/contacts/duplicates/recall', { leftId, rightId })
