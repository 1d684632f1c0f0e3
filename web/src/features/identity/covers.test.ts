import { expect, it } from 'vitest'
import { covers } from './covers'

const admin = { role: 'admin', permissions: ['a.read', 'a.write'] }

it('offers what one holds', () => {
  expect(covers(admin, { name: 'rep', permissions: ['a.read'] })).toBe(true)
  expect(covers(admin, { name: 'coach', permissions: [] })).toBe(true)
})

it('does not offer what one does not hold', () => {
  expect(covers(admin, { name: 'coach', permissions: ['a.read', 'b.read'] })).toBe(false)
})

it('offers owner to owners only, whatever it grants', () => {
  expect(covers(admin, { name: 'owner', permissions: ['a.read'] })).toBe(false)
  expect(covers({ role: 'owner', permissions: [] }, { name: 'owner', permissions: ['z'] })).toBe(true)
})
