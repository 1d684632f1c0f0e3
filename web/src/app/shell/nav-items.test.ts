import { expect, it } from 'vitest'
import { allowedItems, mainItems, moreItems } from './nav-items'

const places = (permissions: string[]) =>
  [...allowedItems(mainItems, permissions), ...allowedItems(moreItems, permissions)].map(({ to }) => to)

it('shows only the places that would let the member in', () => {
  expect(places(['contacts.read', 'campaigns.read'])).toEqual([
    '/today',
    '/contacts',
    '/board',
    '/templates',
    '/settings',
  ])
  expect(places(['contacts.import'])).toContain('/import')
  expect(places([])).not.toContain('/templates')
})
