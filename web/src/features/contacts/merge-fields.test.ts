import { describe, expect, it } from 'vitest'
import type { Card } from './contact'
import type { CustomField } from './custom-field'
import { differences } from './merge-fields'

const point = (value: string) => ({ label: null, value, normalised: value })
const card = (over: Partial<Card>) =>
  ({
    firstName: 'Ana',
    emails: [],
    phones: [],
    tags: [],
    warmth: 0,
    stage: 'lead',
    handles: {},
    qualification: { score: 0 },
    fields: {},
    ...over,
  }) as unknown as Card

describe('what two contacts say differently', () => {
  it('is nothing where only one of them says something', () => {
    const other = card({
      lastName: 'Berg',
      emails: [point('a@b.c')],
      tags: ['vip'],
      warmth: 3,
      notes: 'Runs.',
    })
    expect(differences(card({}), other, [])).toEqual([])
  })

  it('is a choice of one for a value, and of both for lists', () => {
    const found = differences(
      card({ lastName: 'Berg', phones: [point('+471')], tags: ['a', 'b'] }),
      card({ lastName: 'Bergh', phones: [point('+472')], tags: ['b', 'a'] }),
      [],
    )
    expect(found.map(({ name, suggested }) => [name, suggested])).toEqual([
      ['lastName', 'kept'],
      ['phones', 'both'],
    ])
  })

  it('proposes the further stage, also from where somebody left the line', () => {
    const one = (kept: Partial<Card>, other: Partial<Card>) =>
      differences(card(kept), card(other), []).find(({ name }) => name === 'stage')?.suggested
    expect(one({ stage: 'lead' }, { stage: 'invited' })).toBe('other')
    expect(one({ stage: 'qualified' }, { stage: 'invited' })).toBe('kept')
    expect(one({ stage: 'lead' }, { stage: 'notNow', returnsTo: 'invited' })).toBe('other')
    expect(one({ stage: 'lead' }, { stage: 'nurture', returnsTo: null })).toBe('kept')
  })

  it('names the workspace’s own fields', () => {
    const field = { key: 'shoe', label: 'Shoe size', kind: 'number' } as CustomField
    expect(differences(card({ fields: { shoe: 38 } }), card({ fields: { shoe: 40 } }), [field])).toEqual([
      {
        name: 'fields.shoe',
        own: 'Shoe size',
        kept: '38',
        other: '40',
        sides: ['kept', 'other'],
        suggested: 'kept',
      },
    ])
  })
})
