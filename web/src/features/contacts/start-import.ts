import { post } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'

export type StartImport = { mapping?: { column: string; field: string }[]; stage?: Stage }

export const startImport = (id: string, request: StartImport) =>
  post<{ taskId: string }>(`/contacts/imports/${id}/start`, request)
