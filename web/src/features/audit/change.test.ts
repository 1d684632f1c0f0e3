import { expect, it } from 'vitest'
import { changesOf, columnName, readable } from './change'

const words = { empty: 'empty', yes: 'yes', no: 'no', time: (iso: string) => `at ${iso}` }

it('shows an update as before and after, without what changes every time', () => {
  expect(changesOf('update', { role: ['rep', 'leader'], version: [3, 4] }, words)).toEqual([
    { name: 'role', before: 'rep', after: 'leader' },
  ])
})

it('shows what was added as after and what was deleted as before', () => {
  expect(changesOf('insert', { minutes_per_day: 20 }, words)).toEqual([
    { name: 'minutes per day', after: '20' },
  ])
  expect(changesOf('delete', { name: 'coach' }, words)).toEqual([{ name: 'name', before: 'coach' }])
})

it('keeps a pair that is a value and not a change', () => {
  expect(changesOf('insert', { permissions: ['a', 'b'] }, words)).toEqual([
    { name: 'permissions', after: 'a, b' },
  ])
})

it('reads values as people do', () => {
  expect(readable(null, words)).toBe('empty')
  expect(readable([], words)).toBe('empty')
  expect(readable(false, words)).toBe('no')
  expect(readable('2026-11-25T10:00:00+00:00', words)).toBe('at 2026-11-25T10:00:00+00:00')
  expect(readable({ a: 1 }, words)).toBe('{"a":1}')
  expect(readable('<script>', words)).toBe('<script>')
})

it('names columns in words', () => {
  expect(columnName('sponsor_id')).toBe('sponsor id')
  expect(columnName('signedIn')).toBe('signed in')
})
