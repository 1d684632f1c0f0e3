import { post } from '@/lib/api/client'
import type { Card } from './contact'

export type Side = 'kept' | 'other' | 'both'
export type Choices = Record<string, Side>

export type MergeAnswer = {
  mergeId: string | null
  mergedId: string
  undoableUntil: string | null
  moved: Record<string, number>
  contact: Card
}

/** A dry run answers the card as it would be and writes nothing. */
export const mergeContacts = (kept: Card, other: Card, choices: Choices, dryRun: boolean) =>
  post<MergeAnswer>(
    `/contacts/${kept.id}/merge`,
    { otherId: other.id, otherVersion: other.version, choices, dryRun },
    { ifMatch: kept.version },
  )
