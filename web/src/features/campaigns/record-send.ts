import { post } from '@/lib/api/client'

export type RecordSend = { id: string; contactId: string; templateId?: string; channel: string; text: string }

export const recordSend = (request: RecordSend) => post<{ id: string }>('/campaigns/sends', request)
