import { put } from '@/lib/api/client'
import type { TemplateDraft } from './template'

export const updateTemplate = (id: string, version: number | string, draft: TemplateDraft) =>
  put<void>(`/campaigns/templates/${id}`, draft, { ifMatch: version })
