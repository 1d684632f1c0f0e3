import { post } from '@/lib/api/client'
import { postLeaving } from '@/lib/api/post-leaving'
import { newId } from '@/lib/new-id'

export const factTypes = [
  'DM_STARTED',
  'INVITE_SENT',
  'VIDEO_SENT',
  'MEETING_BOOKED',
  'MEETING_HELD',
  'NO_SHOW',
  'FOLLOW_UP_DONE',
  'LEAD_QUALIFIED',
  'JOINED_TEAM',
  'PURCHASED',
  'UNSUBSCRIBED',
] as const

export type FactType = (typeof factTypes)[number]

/** What the card offers as buttons, in the order things happen. */
export const factButtons = [
  'INVITE_SENT',
  'VIDEO_SENT',
  'MEETING_BOOKED',
  'MEETING_HELD',
  'NO_SHOW',
  'JOINED_TEAM',
] as const

export const isFactType = (value: unknown): value is FactType => factTypes.includes(value as FactType)

/** The client's event id makes a repeat harmless: the same id twice is one fact. */
export type RecordFact = { eventId: string; type: FactType; source: 'manual'; at?: string }

export const newFact = (type: FactType, eventId = newId()): RecordFact => ({
  eventId,
  type,
  source: 'manual',
})

export const recordFact = (contactId: string, fact: RecordFact) =>
  post<{ id: string; duplicate: boolean }>(`/contacts/${contactId}/facts`, fact)

export const recordFactLeaving = (contactId: string, fact: RecordFact) =>
  postLeaving(`/contacts/${contactId}/facts`, fact)
