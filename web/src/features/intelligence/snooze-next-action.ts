import { post } from '@/lib/api/client'
import { postLeaving } from '@/lib/api/post-leaving'

const request = (contactId: string, until: Date) =>
  [`/intelligence/next-actions/${contactId}/snooze`, { until: until.toISOString() }] as const

export const snoozeNextAction = (contactId: string, until: Date) => post(...request(contactId, until))

export const snoozeNextActionLeaving = (contactId: string, until: Date) =>
  postLeaving(...request(contactId, until))
