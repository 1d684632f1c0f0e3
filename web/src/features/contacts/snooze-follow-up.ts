import { post } from '@/lib/api/client'
import type { FollowUp } from './contact'

export const snoozeFollowUp = (contactId: string, followUpId: string, until: Date) =>
  post<FollowUp>(`/contacts/${contactId}/follow-ups/${followUpId}/snooze`, { until: until.toISOString() })
