import type { Schemas } from '@/lib/api/schemas'

/** By key; what it is follows from the field's kind. */
type Fields = Record<string, unknown>

export type Card = Omit<Schemas['ContactCard'], 'fields'> & { fields: Fields }
export type FollowUp = Schemas['FollowUpItem']
export type Missing = Schemas['Missing']
export type Qualification = Record<'why' | 'desiredOutcome' | 'timeline' | 'decisionMaker', string>

/** What POST and PUT take. */
export type ContactDraft = Omit<Schemas['UpdateContactRequest'], 'fields'> & { fields?: Fields }
