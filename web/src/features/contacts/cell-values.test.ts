import { describe, expect, it } from 'vitest'
import { draftOfCell, valuesWith } from './cell-values'
import { blankValues } from './contact-values'

const values = {
  ...blankValues,
  firstName: 'Ana',
  phones: [{ label: 'home', value: '+4741234567' }],
  emails: [{ label: '', value: 'ana@example.com' }],
}

describe('a cell', () => {
  it('shows the first number, else the first mail', () => {
    expect(draftOfCell('reach', values)).toEqual({ value: '+4741234567' })
    expect(draftOfCell('reach', { ...values, phones: [{ label: '', value: '' }] })).toEqual({
      value: 'ana@example.com',
    })
  })

  it('changes the number that it shows and keeps its label', () => {
    expect(valuesWith('reach', { value: ' +4790000000 ' }, values).phones).toEqual([
      { label: 'home', value: '+4790000000' },
    ])
  })

  it('takes a mail for a mail and leaves the number', () => {
    const changed = valuesWith('reach', { value: 'a@b.no' }, values)
    expect(changed.emails).toEqual([{ label: '', value: 'a@b.no' }])
    expect(changed.phones).toEqual(values.phones)
  })

  it('that is emptied takes away what it showed and no more', () => {
    expect(valuesWith('reach', { value: '' }, values)).toMatchObject({ phones: [], emails: values.emails })
    const mailOnly = { ...values, phones: [] }
    expect(valuesWith('reach', { value: '' }, mailOnly)).toMatchObject({ phones: [], emails: [] })
  })

  it('changes one of its own fields and leaves the others', () => {
    const field = { key: 'size', kind: 'text' } as never
    const before = { ...values, fields: { size: 'M', plan: 'gold' } }
    expect(valuesWith('custom.size', { value: 'L' }, before, field).fields).toEqual({
      size: 'L',
      plan: 'gold',
    })
  })
})
