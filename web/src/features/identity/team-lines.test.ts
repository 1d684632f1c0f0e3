import { expect, it } from 'vitest'
import type { TeamLine } from './get-team'
import { parentOf, shownLines } from './team-lines'

const line = (id: string, depth: number) => ({ id, depth }) as TeamLine
const team = [
  line('ana', 0),
  line('jonas', 1),
  line('mira', 2),
  line('emil', 2),
  line('sofie', 1),
  line('otto', 0),
]
const ids = (lines: TeamLine[]) => lines.map(({ id }) => id).join(' ')

it('shows everybody while nothing is closed', () => {
  expect(ids(shownLines(team, new Set()))).toBe('ana jonas mira emil sofie otto')
})

it('hides what stands below a closed line, and nothing beside it', () => {
  expect(ids(shownLines(team, new Set(['jonas'])))).toBe('ana jonas sofie otto')
  expect(ids(shownLines(team, new Set(['ana'])))).toBe('ana otto')
  expect(ids(shownLines(team, new Set(['ana', 'jonas'])))).toBe('ana otto')
})

it('finds whom a line stands under', () => {
  expect(parentOf(team, 3)?.id).toBe('jonas')
  expect(parentOf(team, 4)?.id).toBe('ana')
  expect(parentOf(team, 5)).toBeNull()
})
