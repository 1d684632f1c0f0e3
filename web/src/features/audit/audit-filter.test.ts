import { expect, it } from 'vitest'
import { auditFilter, isFiltered } from './audit-filter'

it('keeps what makes sense', () => {
  const url = {
    module: 'identity',
    action: 'insert',
    subject: 'members',
    member: '0198c1de-7a5e-7f00-8000-000000000001',
    from: '2026-11-01',
    to: '2026-11-25',
  }
  expect(auditFilter(url)).toEqual(url)
})

it('leaves out what makes none', () => {
  const odd = {
    module: 'identity; drop table',
    action: 7,
    subject: '<script>',
    member: 'ana',
    from: '2026-02-31',
    to: '25.11.2026',
    other: 'x',
  }
  expect(auditFilter(odd)).toEqual({})
  expect(isFiltered(auditFilter(odd))).toBe(false)
})
