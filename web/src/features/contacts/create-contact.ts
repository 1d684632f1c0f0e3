import { post } from '@/lib/api/client'
import type { ContactDraft } from './contact'

export const createContact = (draft: ContactDraft) =>
  post<{ id: string; version: number }>('/contacts', draft)
