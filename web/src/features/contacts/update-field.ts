import { put } from '@/lib/api/client'
import type { CustomField } from './custom-field'

export type OptionDraft = { id: string | null; label: string; archived: boolean }
export type FieldDraft = { label: string; options: OptionDraft[] | null }

export const updateField = ({ id, version }: CustomField, draft: FieldDraft) =>
  put<CustomField>(`/contacts/fields/${id}`, draft, { ifMatch: version })
