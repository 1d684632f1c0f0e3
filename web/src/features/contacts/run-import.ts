import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type RunImport = Schemas['RunImportRequest']

export const runImport = (id: string, request: RunImport) =>
  post<{ taskId: string }>(`/contacts/imports/${id}/start`, request)
