import { post } from '@/lib/api/client'

export type ScheduleFollowUp = { title: string; dueAt: string; repeatEveryDays?: number }

export const scheduleFollowUp = (contactId: string, request: ScheduleFollowUp) =>
  post<{ id: string }>(`/contacts/${contactId}/follow-ups`, request)
