import { describe, expect, it } from 'vitest'
import type { CustomField } from './custom-field'
import { filterFields } from './filter-fields'
import { countConditions, finished, type Group, sameFilter } from './filter-tree'
import { filterWords } from './filter-words'

const plan: CustomField = {
  id: '1',
  version: 1,
  key: 'plan',
  label: 'Plan',
  kind: 'choice',
  sensitive: false,
  position: 0,
  options: [{ id: 'gold', label: 'Gold 2027', archived: false }],
  archived: false,
}
const secret: CustomField = { ...plan, id: '2', key: 'secret', label: 'Secret', sensitive: true }
const fields = filterFields([plan, secret], [{ id: 'm', name: 'Mira' }])

describe('a filter', () => {
  it('reads as a sentence', () => {
    const filter: Group = {
      all: [
        { field: 'stage', op: 'is', value: 'invited' },
        { field: 'lastTouch', op: 'moreThanDaysAgo', value: 7 },
      ],
    }
    expect(filterWords(filter, fields)).toBe('Stage is Invited and Last touch more than 7 days ago')
  })

  it('says what a group holds, by the labels that people know', () => {
    const filter: Group = {
      any: [
        { field: 'custom.plan', op: 'anyOf', value: ['gold'] },
        {
          all: [
            { field: 'owner', op: 'isNot', value: 'm' },
            { field: 'country', op: 'is', value: 'no' },
            { field: 'created', op: 'inLastDays', value: 1 },
          ],
        },
        { field: 'custom.gone', op: 'empty' },
      ],
    }
    expect(filterWords(filter, fields)).toBe(
      'Plan is any of Gold 2027 or (Owner is not Mira and Country is Norway and Added in the last 1 day) or a field that is gone is empty',
    )
  })

  it('leaves out what nobody finished', () => {
    const filter: Group = {
      all: [
        { field: 'stage', op: 'is' },
        { any: [{ field: 'name', op: 'contains', value: '' }, { all: [] }] },
        { field: 'tags', op: 'anyOf', value: [] },
        { field: 'warmth', op: 'is', value: 0 },
        { field: 'custom.yes', op: 'is', value: false },
        { field: 'source', op: 'empty' },
      ],
    }
    expect(finished(filter)).toEqual({
      all: [
        { field: 'warmth', op: 'is', value: 0 },
        { field: 'custom.yes', op: 'is', value: false },
        { field: 'source', op: 'empty' },
      ],
    })
    expect(finished({ all: [{ any: [] }] })).toBeNull()
    expect(countConditions(filter)).toBe(6)
  })

  it('is the same however its members are ordered', () => {
    const one = { all: [{ field: 'stage', op: 'is', value: 'lead' }] }
    expect(sameFilter(one, { all: [{ value: 'lead', op: 'is', field: 'stage' }] })).toBe(true)
    expect(sameFilter(one, { any: [{ field: 'stage', op: 'is', value: 'lead' }] })).toBe(false)
    expect(sameFilter(null, undefined)).toBe(true)
  })

  it('is not made over what is sensitive', () => {
    expect(fields.map(({ name }) => name)).toContain('custom.plan')
    expect(fields.map(({ name }) => name)).not.toContain('custom.secret')
  })
})
