import { expect, test } from '@playwright/test'
import { expectNoViolation } from './axe'
import { strangerPages } from './demo'
import { complaints } from './enter'
import { expectFits, expectFitsAt, loaded } from './fits'

for (const theme of ['light', 'dark'] as const) {
  test(`what a stranger sees has no axe violation in ${theme}`, async ({ page }) => {
    const heard = complaints(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const path of strangerPages) {
      await page.goto('about:blank')
      await page.goto(path)
      await loaded(page)
      await expectNoViolation(page, path)
      await expectFits(page, path)
    }
    expect(heard).toEqual([])
  })
}

test('it fits the narrowest phone and a tablet, with longer words as well', async ({ page, isMobile }) => {
  await page.addInitScript(() => Object.assign(globalThis, { __longWords: true }))
  for (const path of strangerPages) {
    await page.goto('about:blank')
    await page.goto(path)
    await loaded(page)
    await expectFitsAt(page, isMobile ? [320] : [768, 1152], path)
  }
})
