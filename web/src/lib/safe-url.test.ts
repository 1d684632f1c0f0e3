import { expect, it } from 'vitest'
import { linkedInUrl, safeUrl } from './safe-url'

it('links only to the web', () => {
  expect(safeUrl('linkedin.com/in/ana')).toBe('https://linkedin.com/in/ana')
  expect(safeUrl('http://x.no')).toBe('http://x.no/')
  expect(safeUrl('javascript:alert(1)')).toBeUndefined()
  expect(safeUrl(' JaVaScript:alert(1)')).toBeUndefined()
  expect(safeUrl('data:text/html,x')).toBeUndefined()
})

it('finds a LinkedIn profile by its name alone', () => {
  expect(linkedInUrl('charliedavis')).toBe('https://www.linkedin.com/in/charliedavis')
  expect(linkedInUrl('linkedin.com/in/ana')).toBe('https://linkedin.com/in/ana')
  expect(linkedInUrl('javascript:alert(1)')).toBeUndefined()
})
