import { post } from '@/lib/api/client'
import type { RunImport } from './run-import'

/** Has the server work out what each row would come to; nothing is written. */
export const checkImport = (id: string, request: RunImport) =>
  post<{ taskId: string }>(`/contacts/imports/${id}/check`, request)
