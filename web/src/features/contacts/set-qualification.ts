import { put } from '@/lib/api/client'
import type { Qualification } from './contact'

export const setQualification = (
  contactId: string,
  version: number | string | undefined,
  answers: Qualification,
) =>
  put<{ score: number; version: number }>(`/contacts/${contactId}/qualification`, answers, {
    ifMatch: version,
  })
