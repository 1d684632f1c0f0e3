import type { Schemas } from '@/lib/api/schemas'

export type CustomField = Schemas['FieldView']
export type FieldKind = Schemas['FieldKind']
export type FieldOption = Schemas['FieldOption']

export const fieldKinds: FieldKind[] = ['text', 'number', 'date', 'choice', 'multiChoice', 'yesNo', 'url']
export const isChoice = (kind: FieldKind) => kind === 'choice' || kind === 'multiChoice'

/** What an input holds: a text, or the options that are ticked. */
export type FieldText = string | string[]

/** A value as the server keeps it, for an input. Its shape says enough; the definition is not asked. */
export const textOf = (value: unknown): FieldText =>
  Array.isArray(value) ? value.map(String) : value === null || value === undefined ? '' : String(value)

/** What an input holds, for the server; null clears. What is no number goes as it is: the server says what is wrong. */
export const valueOf = ({ kind }: CustomField, text: FieldText): unknown => {
  if (Array.isArray(text)) return text.length > 0 ? text : null
  const said = text.trim()
  if (!said) return null
  if (kind === 'yesNo') return said === 'true'
  if (kind !== 'number') return said
  const number = Number(said.replace(',', '.').replace(/\s/g, ''))
  return Number.isFinite(number) ? number : said
}

export const sameText = (left: FieldText | undefined, right: FieldText | undefined) =>
  String(left ?? '') === String(right ?? '')

export const optionLabel = ({ options }: CustomField, id: string) =>
  options.find((option) => option.id === id)?.label ?? id
