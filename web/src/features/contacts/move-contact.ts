import { post } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'
import type { FollowUp } from './contact'

export type Moved = { id: string; from: Stage; to: Stage; toLabel: string; version: number; followUps: FollowUp[] }

export type MoveContact = { to: Stage; reason?: string; force?: boolean }

export const moveContact = (contactId: string, request: MoveContact) =>
  post<Moved>(`/contacts/${contactId}/moves`, request)
