import { describe, expect, it } from 'vitest'
import { type CustomField, type FieldKind, textOf, valueOf } from './custom-field'

const field = (kind: FieldKind): CustomField => ({
  id: '1',
  version: 1,
  key: 'x',
  label: 'X',
  kind,
  sensitive: false,
  position: 0,
  options: [],
  archived: false,
})

describe('a field’s value', () => {
  it('goes into an input and comes back as it was', () => {
    const values: [FieldKind, unknown][] = [
      ['text', 'Runs'],
      ['number', 42.5],
      ['date', '2026-02-28'],
      ['choice', 'gold'],
      ['multiChoice', ['a', 'b']],
      ['yesNo', false],
      ['url', 'https://a.example'],
    ]
    for (const [kind, value] of values) expect(valueOf(field(kind), textOf(value))).toEqual(value)
  })

  it('is cleared by an empty input', () => {
    expect(valueOf(field('text'), '  ')).toBeNull()
    expect(valueOf(field('number'), '')).toBeNull()
    expect(valueOf(field('multiChoice'), [])).toBeNull()
    expect(textOf(undefined)).toBe('')
  })

  it('reads a comma as people write it, and leaves what is no number to the server', () => {
    expect(valueOf(field('number'), '1 042,5')).toBe(1042.5)
    expect(valueOf(field('number'), 'many')).toBe('many')
  })
})
