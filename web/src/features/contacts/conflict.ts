import type { FieldText } from './custom-field'
import { type ContactValues } from './contact-values'

export type Side = 'mine' | 'theirs'
/** A part of a contact that both may have changed: one of its values, or one of the workspace's own fields. */
export type Part = Exclude<keyof ContactValues, 'fields'> | `fields.${string}`
export type Clash = { field: Part; mine: string; theirs: string; suggested: Side }
type Value = ContactValues[Exclude<keyof ContactValues, 'fields'>] | FieldText

export const keyOf = (part: Part) => (part.startsWith('fields.') ? part.slice('fields.'.length) : null)

const parts = (...versions: ContactValues[]): Part[] => [
  ...new Set(
    versions.flatMap(({ fields, ...values }) => [
      ...(Object.keys(values) as Part[]),
      ...Object.keys(fields).map((key) => `fields.${key}` as const),
    ]),
  ),
]

const valueAt = (values: ContactValues, part: Part): Value => {
  const key = keyOf(part)
  return key === null ? values[part as Exclude<keyof ContactValues, 'fields'>] : (values.fields[key] ?? '')
}

const show = (value: Value): string =>
  Array.isArray(value)
    ? value
        .map((each) => (typeof each === 'string' ? each : each.value))
        .filter(Boolean)
        .join(', ')
    : String(value || '')

/** The parts on which both versions differ. Suggested is the side that moved away from what the editor started with. */
export const clashes = (base: ContactValues, mine: ContactValues, theirs: ContactValues): Clash[] =>
  parts(base, mine, theirs)
    .map((field) => ({
      field,
      mine: show(valueAt(mine, field)),
      theirs: show(valueAt(theirs, field)),
      start: show(valueAt(base, field)),
    }))
    .filter((each) => each.mine !== each.theirs)
    .map(({ start, ...each }) => ({ ...each, suggested: each.mine === start ? 'theirs' : 'mine' }))

export const resolve = (
  mine: ContactValues,
  theirs: ContactValues,
  choice: Partial<Record<Part, Side>>,
): ContactValues => {
  const merged = { ...theirs, fields: { ...theirs.fields } }
  for (const part of parts(mine)) {
    if (choice[part] !== 'mine') continue
    const key = keyOf(part)
    if (key === null) Object.assign(merged, { [part]: valueAt(mine, part) })
    else merged.fields[key] = mine.fields[key] ?? ''
  }
  return merged
}
