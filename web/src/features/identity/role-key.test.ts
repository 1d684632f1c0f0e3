import { expect, it } from 'vitest'
import { roleKey } from './role-key'

it.each([
  ['Team Coach', 'team-coach'],
  ['  Über-Mentor! ', 'uber-mentor'],
  ['2nd level', 'nd-level'],
  ['<b>x</b>', 'b-x-b'],
  ['---', ''],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%s becomes %s', (name, key) => {
  expect(roleKey(name)).toBe(key)
  expect(key === '' || /^[a-z][a-z0-9-]{0,39}$/.test(key)).toBe(true)
})
