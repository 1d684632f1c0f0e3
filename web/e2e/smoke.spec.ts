import { expect, test } from '@playwright/test'
import { expectNoViolation } from './axe'
import { firstCard, pages } from './demo'
import { complaints, enter } from './enter'
import { expectFits, expectFitsAt, loaded } from './fits'

for (const theme of ['light', 'dark'] as const) {
  test(`every page is there, without a complaint and without an axe violation, in ${theme}`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const heard = complaints(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await enter(page)
    for (const path of [...pages, await firstCard(page)]) {
      await page.goto(path)
      await loaded(page)
      await expectNoViolation(page, path)
      await expectFits(page, path)
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

test('every page fits the narrowest phone, a tablet and a small laptop', async ({ page, isMobile }) => {
  test.setTimeout(120_000)
  await enter(page)
  for (const path of [...pages, await firstCard(page)]) {
    await page.goto(path)
    await loaded(page)
    await expectFitsAt(page, isMobile ? [320] : [768, 1024, 1152, 1300], path)
  }
})

test('words a third longer, as in other languages, fit as well', async ({ page, isMobile }) => {
  test.setTimeout(120_000)
  await enter(page)
  const card = await firstCard(page)
  await page.addInitScript(() => Object.assign(globalThis, { __longWords: true }))
  for (const path of [...pages, card]) {
    await page.goto(path)
    await loaded(page)
    await expectFitsAt(page, isMobile ? [320, 390] : [768, 1152], path)
  }
  await expect(page).toHaveTitle(/Floowstaatee/)
})
