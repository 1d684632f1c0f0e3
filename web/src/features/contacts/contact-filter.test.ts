import { describe, expect, it } from 'vitest'
import { contactFilter, searchAsked } from './contact-filter'

describe('the filter in the URL', () => {
  it('is read as it was written', () => {
    expect(contactFilter({ search: 'ana', stage: 'invited', warmth: 4 })).toEqual({
      search: 'ana',
      stage: 'invited',
      warmth: 4,
    })
  })

  it('drops what makes no sense instead of failing', () => {
    expect(contactFilter({ search: '  ', stage: 'Invited', warmth: 9, page: 3 })).toEqual({})
    expect(contactFilter({ warmth: '2.5', stage: ['lead'] })).toEqual({})
  })

  it('keeps a search that looks like a number', () => {
    expect(contactFilter({ search: 47912 })).toEqual({ search: '47912' })
  })
})

describe('a search', () => {
  it('is asked of the server from two letters on', () => {
    expect([undefined, ' ', 'a', 'a b', 'an ', '91'].map(searchAsked)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'an',
      '91',
    ])
  })
})
