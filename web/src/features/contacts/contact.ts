import type { Schemas } from '@/lib/api/schemas'

export type Card = Schemas['ContactCard']
export type FollowUp = Schemas['FollowUpItem']
export type Missing = Schemas['Missing']
export type Qualification = Record<'why' | 'desiredOutcome' | 'timeline' | 'decisionMaker', string>

/** What POST and PUT take. */
export type ContactDraft = Schemas['UpdateContactRequest']
