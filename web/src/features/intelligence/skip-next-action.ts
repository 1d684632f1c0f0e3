import { post } from '@/lib/api/client'

/** Leaves it out until the member's next midnight; nothing is dated anew. */
export const skipNextAction = (contactId: string, reason: string) =>
  post(`/intelligence/next-actions/${contactId}/skip`, { reason })
