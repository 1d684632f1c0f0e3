import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is shown now, or the part of it. */
export const expectNoViolation = async (page: Page, where: string, part = 'html') => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  expect.soft(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([])
}

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

/** The same in both themes; the light one stays. */
export const expectAccessible = async (page: Page, where: string, part = 'html') => {
  // Before the colours change: colours half-way between two themes have no contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(twoFrames)
    await expectNoViolation(page, `${where} in ${colorScheme}:`, part)
  }
}
