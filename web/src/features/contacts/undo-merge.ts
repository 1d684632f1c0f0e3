import { post } from '@/lib/api/client'

export const undoMerge = (mergeId: string) =>
  post<{ keptId: string; restoredId: string }>(`/contacts/merges/${mergeId}/undo`)
