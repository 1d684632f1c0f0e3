import { post } from '@/lib/api/client'
import type { Import } from './import'

export const startImport = (file: File, onSent: (share: number) => void) => {
  const form = new FormData()
  form.append('file', file)
  return post<Import>('/contacts/imports', form, { onSent })
}
