import { post } from '@/lib/api/client'
import type { TemplateDraft } from './template'

export const createTemplate = (draft: TemplateDraft) => post<{ id: string }>('/campaigns/templates', draft)
