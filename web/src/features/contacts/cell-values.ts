import type { ContactValues } from './contact-values'
import type { CustomField, FieldText } from './custom-field'

/** What a cell's editor holds, by the name of its control. */
export type CellDraft = Record<string, FieldText>

const pointOf = (points: ContactValues['emails']) => points.find(({ value }) => value)?.value ?? ''

/** The list shows one way to reach somebody: the first number, else the first mail. */
const reachOf = ({ phones, emails }: ContactValues) => pointOf(phones) || pointOf(emails)

const withFirst = (points: ContactValues['emails'], value: string) => {
  const at = points.findIndex((point) => point.value)
  if (at < 0) return value ? [{ label: '', value }] : points
  return value ? points.with(at, { label: points[at]?.label ?? '', value }) : points.toSpliced(at, 1)
}

export const draftOfCell = (column: string, values: ContactValues, field?: CustomField): CellDraft => {
  if (field) return { value: values.fields[field.key] ?? (field.kind === 'multiChoice' ? [] : '') }
  if (column === 'name') return { firstName: values.firstName, lastName: values.lastName }
  if (column === 'reach') return { value: reachOf(values) }
  if (column === 'warmth') return { value: String(values.warmth) }
  return { value: String(values[column as 'organisation' | 'title' | 'tags' | 'country']) }
}

const text = (value: FieldText | undefined) => String(value ?? '').trim()

/** All of the contact's values with what the cell says now. */
export const valuesWith = (
  column: string,
  draft: CellDraft,
  values: ContactValues,
  field?: CustomField,
): ContactValues => {
  const value = draft.value ?? ''
  if (field) return { ...values, fields: { ...values.fields, [field.key]: value } }
  if (column === 'name')
    return { ...values, firstName: text(draft.firstName), lastName: text(draft.lastName) }
  if (column === 'warmth') return { ...values, warmth: Number(value) }
  if (column !== 'reach') return { ...values, [column]: text(value) }
  const said = text(value)
  const before = pointOf(values.phones)
  const isMail = said ? said.includes('@') : !before
  // What was a number and is a mail now stands among the mails; the number stays.
  return isMail
    ? { ...values, emails: withFirst(values.emails, said) }
    : { ...values, phones: withFirst(values.phones, said) }
}
