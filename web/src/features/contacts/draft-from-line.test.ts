import { expect, it } from 'vitest'
import { draftFromLine } from './draft-from-line'

it('reads a name and one way to reach it', () => {
  expect(draftFromLine({ name: ' Ana  Silva Costa ', reach: 'ana@x.no' })).toMatchObject({
    firstName: 'Ana Silva',
    lastName: 'Costa',
    emails: [{ label: null, value: 'ana@x.no' }],
    phones: [],
  })
  expect(draftFromLine({ name: 'Ana', reach: '+47 912 34 567' })).toMatchObject({
    firstName: 'Ana',
    lastName: undefined,
    emails: [],
    phones: [{ label: null, value: '+47 912 34 567' }],
  })
  expect(draftFromLine({ name: 'Ana', reach: ' ' })).toMatchObject({ emails: [], phones: [] })
})
