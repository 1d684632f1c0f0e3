import { put } from '@/lib/api/client'
import type { Qualification } from './contact'

export const updateQualification = (contactId: string, answers: Qualification) =>
  put<{ score: number; version: number }>(`/contacts/${contactId}/qualification`, answers)
