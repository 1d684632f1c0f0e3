import { post } from '@/lib/api/client'

/** Starts the undo; what it does is seen on the change itself. */
export const undoBulk = (id: string) => post<{ taskId: string }>(`/contacts/bulk/${id}/undo`, {})
