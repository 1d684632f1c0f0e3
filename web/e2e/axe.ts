import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is shown now, or the part of it. */
export const expectNoViolation = async (page: Page, where: string, part = 'html') => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  expect.soft(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** The same in both themes; the light one stays. */
export const expectAccessible = async (page: Page, where: string, part = 'html') => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectNoViolation(page, `${where} in ${colorScheme}:`, part)
  }
}
