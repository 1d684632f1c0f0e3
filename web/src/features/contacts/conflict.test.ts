import { describe, expect, it } from 'vitest'
import { clashes, resolve } from './conflict'
import { blankValues } from './contact-values'

const base = { ...blankValues, firstName: 'Ana', organisation: 'Old', notes: 'start' }
const mine = { ...base, organisation: 'Mine', notes: 'my note' }
const theirs = { ...base, notes: 'their note', tags: 'yoga' }

describe('two versions of a contact', () => {
  it('clash only where they differ, and suggest the side that changed', () => {
    expect(clashes(base, mine, theirs)).toEqual([
      { field: 'organisation', mine: 'Mine', theirs: 'Old', suggested: 'mine' },
      { field: 'tags', mine: '', theirs: 'yoga', suggested: 'theirs' },
      { field: 'notes', mine: 'my note', theirs: 'their note', suggested: 'mine' },
    ])
  })

  it('become one by the choice made field by field', () => {
    const merged = resolve(mine, theirs, { organisation: 'mine', notes: 'theirs' })
    expect(merged).toMatchObject({ organisation: 'Mine', notes: 'their note', tags: 'yoga' })
  })

  it('clash in the workspace’s own fields too, and keep those that only one side has', () => {
    const [a, b] = [
      { ...base, fields: { size: '42', hobby: 'chess', tags: ['x'] } },
      { ...base, fields: { size: '43', tags: ['x'], plan: 'gold' } },
    ]
    const found = clashes({ ...base, fields: { size: '42', tags: ['x'] } }, a, b)
    expect(found).toEqual([
      { field: 'fields.size', mine: '42', theirs: '43', suggested: 'theirs' },
      { field: 'fields.hobby', mine: 'chess', theirs: '', suggested: 'mine' },
      { field: 'fields.plan', mine: '', theirs: 'gold', suggested: 'theirs' },
    ])
    const merged = resolve(a, b, { 'fields.size': 'theirs', 'fields.hobby': 'mine' })
    expect(merged.fields).toEqual({ size: '43', hobby: 'chess', tags: ['x'], plan: 'gold' })
  })
})
