import { describe, expect, it } from 'vitest'
import { choose, countChosen, isChosen, meantBy, noSelection, wholeList } from './selection'

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const chosen = (selection: typeof noSelection) =>
  rows.filter(({ id }) => isChosen(selection, id)).map(({ id }) => id)

describe('a selection', () => {
  it('turns a row over and back', () => {
    const one = choose(noSelection, rows, 1)
    expect(chosen(one)).toEqual(['b'])
    expect(chosen(choose(one, rows, 1))).toEqual([])
  })

  it('takes all rows between two, in either direction', () => {
    const one = choose(noSelection, rows, 3)
    expect(chosen(choose(one, rows, 1, 3))).toEqual(['b', 'c', 'd'])
    expect(chosen(choose(choose(noSelection, rows, 0), rows, 2, 0))).toEqual(['a', 'b', 'c'])
  })

  it('of everybody leaves out those who are turned over', () => {
    const most = choose(wholeList, rows, 2)
    expect(chosen(most)).toEqual(['a', 'b', 'd', 'e'])
    expect(countChosen(most, 900)).toBe(899)
    expect(chosen(choose(most, rows, 2))).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(chosen(choose(wholeList, rows, 3, 1))).toEqual(['a', 'e'])
  })

  it('is sent by ids, or as the list without those left out', () => {
    expect(meantBy(choose(noSelection, rows, 0), { search: 'ana' })).toEqual({ ids: ['a'] })
    expect(meantBy(choose(wholeList, rows, 0), { search: 'ana', stage: 'lead', sort: 'name' })).toEqual({
      audience: { search: 'ana', stage: 'lead', warmth: undefined, filter: undefined },
      except: ['a'],
    })
    expect(meantBy(wholeList, { filter: { all: [] } })).toEqual({
      audience: { search: undefined, stage: undefined, warmth: undefined, filter: '{"all":[]}' },
      except: undefined,
    })
  })
})
