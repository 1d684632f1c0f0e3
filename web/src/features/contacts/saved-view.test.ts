import { describe, expect, it } from 'vitest'
import { contactPlace, isNarrowed } from './contact-place'
import { draftOf, isChanged, placeOf, type SavedView } from './saved-view'

const view: SavedView = {
  id: 'v',
  version: 1,
  name: 'Waiting',
  shared: false,
  mine: true,
  mayChange: true,
  filter: { all: [{ op: 'is', field: 'stage', value: 'invited' }] },
  sort: '-lastTouch',
  columns: ['name', 'stage'],
}

describe('the place in the URL', () => {
  it('is read as it was written', () => {
    const place = placeOf(view)
    expect(contactPlace(JSON.parse(JSON.stringify(place)) as Record<string, unknown>)).toEqual(place)
  })

  it('drops what makes no sense', () => {
    expect(contactPlace({ filter: 'all', sort: 'moon', columns: 'name', view: 7 })).toEqual({})
    expect(contactPlace({ sort: '-created', columns: [3] })).toEqual({})
  })

  it('is narrowed by whom it asks for, not by how they are shown', () => {
    expect(isNarrowed({ sort: 'name', columns: ['name'], view: 'v' })).toBe(false)
    expect(isNarrowed({ warmth: 3 })).toBe(true)
  })
})

describe('a view', () => {
  it('is unchanged where it leads, and changed by filter, sort or columns', () => {
    const place = placeOf(view)
    expect(isChanged(view, place)).toBe(false)
    expect(isChanged(view, { ...place, search: 'ana' })).toBe(false)
    expect(isChanged(view, { ...place, sort: undefined })).toBe(true)
    expect(isChanged(view, { ...place, columns: ['name'] })).toBe(true)
    expect(isChanged(view, { ...place, stage: 'lead' })).toBe(true)
  })

  it('keeps the stage and the warmth that were chosen beside the filter', () => {
    const any = { any: [{ field: 'source', op: 'empty' as const }] }
    expect(draftOf({ stage: 'lead', warmth: 4, filter: any }, 'New', true)).toEqual({
      name: 'New',
      shared: true,
      filter: {
        all: [{ field: 'stage', op: 'is', value: 'lead' }, { field: 'warmth', op: 'is', value: 4 }, any],
      },
      sort: '-created',
      columns: [],
    })
  })
})
