import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type RecordSend = Schemas['RecordSendRequest'] & { id: string }

export const recordSend = (request: RecordSend) => post<{ id: string }>('/campaigns/sends', request)
