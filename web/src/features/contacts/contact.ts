import type { Stage } from '@/lib/stages'

export type Point = { label: string | null; value: string; normalised: string | null }
export type Handles = { instagram?: string | null; messenger?: string | null; whatsapp?: string | null; linkedin?: string | null }

export type FollowUp = {
  id: string
  contactId: string
  kind: 'manual' | 'videoCheckIn' | 'rebook' | 'checkIn30' | 'noThanks' | 'reconnect'
  title: string
  dueAt: string
  status: 'open' | 'done' | 'cancelled'
  escalation: number
}

export type Missing = {
  code: 'touch' | 'inviteSent' | 'qualification' | 'presentation' | 'completedFollowUp' | 'joined'
  field?: string | null
  text: string
}

export type Qualification = { why: string; desiredOutcome: string; timeline: string; decisionMaker: string }

export type Card = {
  id: string
  version: number
  name: string
  firstName: string
  lastName: string | null
  organisation: string | null
  title: string | null
  emails: Point[]
  phones: Point[]
  handles: Handles | null
  country: string | null
  language: string | null
  timeZone: string | null
  source: string | null
  tags: string[]
  warmth: number
  notes: string | null
  stage: Stage
  stageLabel: string
  stageEnteredAt: string
  returnsTo: Stage | null
  nextStep: string | null
  createdAt: string
  lastTouchAt: string | null
  nextTouchAt: string | null
  qualification: Qualification & { score: number }
  followUps: FollowUp[]
  gate: { to: Stage; allowed: boolean; missing: Missing[] } | null
}

/** What POST and PUT take. */
export type ContactDraft = {
  firstName: string
  lastName?: string | null
  organisation?: string | null
  title?: string | null
  emails?: { label?: string | null; value: string }[]
  phones?: { label?: string | null; value: string }[]
  handles?: Handles | null
  country?: string | null
  language?: string | null
  timeZone?: string | null
  source?: string | null
  tags?: string[]
  warmth?: number
  notes?: string | null
}
