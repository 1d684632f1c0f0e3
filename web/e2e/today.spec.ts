import { expect, test } from '@playwright/test'
import { enter } from './enter'

test('Done can be taken back: the row returns and nothing was logged', async ({ page }) => {
  const logged: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/(touches|facts)$/.test(request.url())) logged.push(request.url())
  })
  await enter(page)
  const done = page.getByRole('button', { name: /^Done with / }).first()
  const name = /^Done with (.+): log/.exec((await done.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
  const before = await row.count()
  await done.click()
  await expect(row).toHaveCount(before - 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toHaveCount(before)
  // Leaving the page sends what is still held back.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).click()
  await page.waitForLoadState('networkidle')
  expect(logged).toEqual([])
})
