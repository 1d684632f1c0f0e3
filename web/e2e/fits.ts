import { expect, type Page } from '@playwright/test'

/** What does not fit: a page that scrolls sideways, a control beyond the edge, a text that leaves its box. */
const misfits = () => {
  const found: string[] = []
  const over = document.documentElement.scrollWidth - innerWidth
  if (over > 0) found.push(`the page scrolls sideways by ${over}`)
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  const parts = 'button, a, label, h1, h2, h3, th, dt, select, [role=tab], [role=columnheader]'
  for (const element of document.querySelectorAll<HTMLElement>(parts)) {
    const { right, left, width } = element.getBoundingClientRect()
    // What is for screen readers only is clipped away.
    if (width <= 1 || getComputedStyle(element).clipPath !== 'none' || scrolls(element)) continue
    const name = `<${element.tagName.toLowerCase()}> ${element.getAttribute('aria-label') ?? element.innerText}`
    if (right > innerWidth + 1 || left < -1) found.push(`${name} is beyond the edge`)
    const cut = getComputedStyle(element).textOverflow === 'ellipsis'
    if (!cut && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      found.push(`${name} leaves its box by ${element.scrollWidth - element.clientWidth}`)
  }
  return found
}

export const expectFits = async (page: Page, where: string) =>
  expect
    .soft((await page.evaluate(misfits)).map((each) => `${where}: ${each.replaceAll('\n', ' ')}`))
    .toEqual([])

/** The page at each of these widths, without loading it anew. */
export const expectFitsAt = async (page: Page, widths: number[], where: string) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    // Columns and the shell follow the width a frame later.
    await page.waitForTimeout(150)
    await expectFits(page, `${where} at ${width}`)
  }
}

export const loaded = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[role=status][aria-label=Loading], .anim-skeleton')).toHaveCount(0)
}
