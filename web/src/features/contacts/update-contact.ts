import { put } from '@/lib/api/client'
import type { ContactDraft } from './contact'

export const updateContact = (id: string, version: number | string, draft: ContactDraft) =>
  put<{ id: string; version: number }>(`/contacts/${id}`, draft, { ifMatch: version })
