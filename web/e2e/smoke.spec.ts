import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { complaints, enter } from './enter'

const pages = [
  '/today',
  '/contacts',
  '/board',
  '/import',
  '/templates',
  '/settings/profile',
  '/settings/cadence',
  '/settings/members',
]

for (const theme of ['light', 'dark'] as const) {
  test(`every page is there, without a complaint and without an axe violation, in ${theme}`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const heard = complaints(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await enter(page)
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[role=status][aria-label=Loading]')).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    expect(heard).toEqual([])
  })
}

test('a reload keeps the session, signing out ends it', async ({ page }) => {
  await enter(page)
  await page.reload()
  await expect(page).toHaveURL(/\/today/)
  await page.goto('/settings/profile')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in**')
  await page.goto('/contacts')
  await page.waitForURL('**/sign-in**')
})

test('nothing scrolls sideways on a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await enter(page)
  for (const path of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
