import { post } from '@/lib/api/client'

/** Starts the undo; what it does is seen on the import itself. */
export const undoImport = (id: string) => post<{ taskId: string }>(`/contacts/imports/${id}/undo`, {})
