import { post } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'

export type RunImport = { mapping?: { column: string; field: string }[]; stage?: Stage }

export const runImport = (id: string, request: RunImport) =>
  post<{ taskId: string }>(`/contacts/imports/${id}/start`, request)
