import { post } from '@/lib/api/client'
import type { FollowUp } from './contact'

export const completeFollowUp = (contactId: string, followUpId: string, note?: string) =>
  post<FollowUp>(`/contacts/${contactId}/follow-ups/${followUpId}/complete`, { note })
