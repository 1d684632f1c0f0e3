import { describe, expect, it } from 'vitest'
import { queriesTouchedBy } from './queries-touched-by'

describe('a live change', () => {
  it('of one contact makes its card, the lists and the board old', () => {
    const keys = queriesTouchedBy({ module: 'contacts', what: 'contact', id: '7' })
    expect(keys).toContainEqual(['contacts', 'card', '7'])
    expect(keys).toContainEqual(['contacts', 'board'])
    expect(keys).not.toContainEqual(['contacts', 'imports'])
  })

  it('of something unknown makes its whole module old', () => {
    expect(queriesTouchedBy({ module: 'identity', what: 'member' })).toEqual([['identity']])
  })
})
