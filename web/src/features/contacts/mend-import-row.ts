import { put } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const mendImportRow = (id: string, row: number, cells: string[]) =>
  put<Schemas['MendImportRowResponse']>(`/contacts/imports/${id}/rows/${row}`, { cells })
