import { post } from '@/lib/api/client'
import { postLeaving } from '@/lib/api/post-leaving'

export const channels = ['call', 'whatsapp', 'sms', 'email', 'dm', 'meeting', 'note', 'other'] as const
export type Channel = (typeof channels)[number]
export const outcomes = ['reached', 'noAnswer', 'noThanks'] as const
export type Outcome = (typeof outcomes)[number]

export type LogTouch = {
  id: string
  channel: Channel
  direction?: 'out' | 'in'
  outcome?: Outcome
  note?: string
  at?: string
  followUpId?: string
}

/** The client's id makes a repeat harmless: the same id twice is one touch. */
export const logTouch = (contactId: string, touch: LogTouch) =>
  post<{ id: string; nextTouchAt: string | null }>(`/contacts/${contactId}/touches`, touch)

export const logTouchLeaving = (contactId: string, touch: LogTouch) =>
  postLeaving(`/contacts/${contactId}/touches`, touch)
