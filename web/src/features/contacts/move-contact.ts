import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import type { Stage } from '@/lib/stages'

export type Moved = Schemas['MoveContactResponse']

export type MoveContact = { to: Stage; reason?: string; force?: boolean }

export const moveContact = (contactId: string, request: MoveContact) =>
  post<Moved>(`/contacts/${contactId}/moves`, request)
