import { expect, it } from 'vitest'
import { safeReturn } from './safe-return'

it('goes back only to a page of this app', () => {
  expect(safeReturn('/contacts?stage=lead')).toBe('/contacts?stage=lead')
  expect(safeReturn('//evil.example')).toBeUndefined()
  expect(safeReturn('/\\evil.example')).toBeUndefined()
  expect(safeReturn('/\t/evil.example')).toBeUndefined()
  expect(safeReturn('/\n/evil.example')).toBeUndefined()
  expect(safeReturn('/\r\\evil.example')).toBeUndefined()
  expect(safeReturn('https://evil.example')).toBeUndefined()
  expect(safeReturn('/sign-in?from=/sign-in')).toBeUndefined()
  expect(safeReturn(7)).toBeUndefined()
})
