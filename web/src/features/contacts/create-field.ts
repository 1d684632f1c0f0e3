import { post } from '@/lib/api/client'
import type { CustomField, FieldKind } from './custom-field'

export type NewField = {
  label: string
  kind: FieldKind
  sensitive: boolean
  options: { label: string }[] | null
}

export const createField = (field: NewField) => post<CustomField>('/contacts/fields', field)
