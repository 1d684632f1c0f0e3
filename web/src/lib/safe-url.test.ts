import { expect, it } from 'vitest'
import { safeUrl } from './safe-url'

it('links only to the web', () => {
  expect(safeUrl('linkedin.com/in/ana')).toBe('https://linkedin.com/in/ana')
  expect(safeUrl('http://x.no')).toBe('http://x.no/')
  expect(safeUrl('javascript:alert(1)')).toBeUndefined()
  expect(safeUrl(' JaVaScript:alert(1)')).toBeUndefined()
  expect(safeUrl('data:text/html,x')).toBeUndefined()
})
