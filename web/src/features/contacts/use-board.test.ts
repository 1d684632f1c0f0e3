import { describe, expect, it } from 'vitest'
import { type Board, type BoardCard, peopleIn, wanted } from './get-board'
import { withMore, withMoved } from './use-board'

const card = (id: string, stage: BoardCard['stage']): BoardCard => ({
  id,
  name: id,
  organisation: null,
  warmth: 0,
  stage,
  stageEnteredAt: '2026-01-01T00:00:00Z',
  daysInStage: 9,
  stale: true,
  nextFollowUpAt: null,
  qualificationScore: 0,
  version: 1,
})

const board: Board = {
  columns: [
    {
      stage: 'lead',
      label: 'Lead',
      count: 30,
      conversion: null,
      nextCursor: 'x',
      cards: [card('a', 'lead'), card('b', 'lead')],
    },
    {
      stage: 'relationship',
      label: 'Relationship',
      count: 1,
      conversion: null,
      nextCursor: null,
      cards: [card('c', 'relationship')],
    },
  ],
}

describe('a moved card', () => {
  it('is on top of its new column, fresh, and both counts follow', () => {
    const [lead, relationship] = withMoved(
      board,
      'a',
      'relationship',
      new Date('2026-11-22T10:00:00Z'),
    ).columns
    expect(lead).toMatchObject({ count: 29, cards: [{ id: 'b' }] })
    expect(relationship).toMatchObject({
      count: 2,
      cards: [{ id: 'a', daysInStage: 0, stale: false }, { id: 'c' }],
    })
  })

  it('changes nothing when it is there already or unknown', () => {
    expect(withMoved(board, 'a', 'lead', new Date())).toBe(board)
    expect(withMoved(board, 'z', 'lead', new Date())).toBe(board)
  })
})

describe('more cards of a column', () => {
  it('come below, each once, with the way to the next', () => {
    const page = { items: [card('b', 'lead'), card('d', 'lead')], nextCursor: null }
    const [lead, relationship] = withMore(board, 'lead', page).columns
    expect(lead?.cards.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    expect(lead?.nextCursor).toBeNull()
    expect(relationship).toBe(board.columns[1])
  })

  it('are asked for again by whole pages, whatever was moved meanwhile', () => {
    expect([0, 19, 20, 21, 39, 41, 60].map(wanted)).toEqual([20, 20, 20, 20, 40, 40, 60])
  })
})

describe('the number of people in a column', () => {
  it('is what was found so far where the server does not count', () => {
    const [lead] = board.columns
    expect(lead && [peopleIn(lead), peopleIn({ ...lead, count: null })]).toEqual(['30', '2+'])
    expect(lead && peopleIn({ ...lead, count: null, nextCursor: null })).toBe('2')
  })
})
