import type { Page } from '@playwright/test'

/** The places of a workspace with the demo's data. */
export const pages = [
  '/today',
  '/contacts',
  '/board',
  '/import',
  '/templates',
  '/settings/profile',
  '/settings/cadence',
  '/settings/members',
]

export const firstCard = async (page: Page) => {
  await page.goto('/contacts')
  const path = await page.locator('main a[href^="/contacts/"]').first().getAttribute('href')
  return path ?? '/contacts'
}
