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
})
