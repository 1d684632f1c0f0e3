import { expect, it } from 'vitest'
import { hasLeft } from './use-settled-clicks'

it('tells a row that left from rows that came or changed places', () => {
  expect(hasLeft(['ana', 'ben'], ['ben'])).toBe(true)
  expect(hasLeft(['ana', 'ben'], ['ben', 'cem'])).toBe(true)
  expect(hasLeft(['ana', 'ben'], ['ben', 'ana', 'cem'])).toBe(false)
  expect(hasLeft([], ['ana'])).toBe(false)
})
