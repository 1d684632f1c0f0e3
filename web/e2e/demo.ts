import type { Page } from '@playwright/test'

/** The places of a workspace with the demo's data. */
export const pages = [
  '/today',
  '/contacts',
  '/board',
  '/duplicates',
  '/import',
  '/templates',
  '/settings/profile',
  '/settings/cadence',
  '/settings/members',
  '/settings/security',
  '/settings/roles',
  '/settings/team',
  '/settings/audit',
  '/settings/keys',
  '/settings/fields',
  '/settings/stages',
  '/settings/day',
  '/settings/hooks',
]

/** The pages that nobody is signed in for. */
export const strangerPages = [
  '/sign-in?why=ended',
  '/forgot-password',
  '/reset-password#a-secret',
  '/reset-password',
  '/verify#a-secret',
  '/sign-up',
  '/invitation',
]

export const firstCard = async (page: Page) => {
  await page.goto('/contacts')
  const path = await page.locator('main a[href^="/contacts/"]').first().getAttribute('href')
  return path ?? '/contacts'
}
