import { expect, test } from '@playwright/test'
import { enter } from './enter'
import { loaded } from './fits'

test('a card leads back to the same place of the same list', async ({ page }) => {
  await enter(page)
  await page.goto('/contacts?stage=lead')
  await loaded(page)
  await page.evaluate(() => scrollTo(0, 900))
  const row = page.locator('main a[href^="/contacts/"]').nth(14)
  await row.scrollIntoViewIfNeeded()
  const name = await row.locator('.font-medium').first().innerText()
  const scrolled = await page.evaluate(() => scrollY)
  expect(scrolled).toBeGreaterThan(0)
  await row.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click()
  await expect(page).toHaveURL(/\/contacts\?stage=lead$/)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled)
})

test('the way back has the name of where it leads, and an address opened by itself leads to the contacts', async ({
  page,
}) => {
  await enter(page)
  const link = page.getByRole('list', { name: 'Whom to contact now' }).getByRole('link').first()
  const path = await link.getAttribute('href')
  await link.click()
  await page.getByRole('main').getByRole('button', { name: 'Today', exact: true }).click()
  await page.waitForURL('**/today')
  const other = await page.context().newPage()
  await other.goto(path ?? '/')
  await other.getByRole('main').getByRole('button', { name: 'Contacts', exact: true }).click()
  await other.waitForURL('**/contacts')
})

test('a search box shows what its address says, whoever changed it', async ({ page }) => {
  await enter(page)
  for (const [place, label] of [
    ['/contacts', 'Search names, numbers, tags, notes'],
    ['/board', 'Search the board'],
  ] as const) {
    await page.goto(place)
    const box = page.getByLabel(label)
    await box.fill('a')
    await expect(page.getByText('Type at least two letters')).toBeVisible()
    await box.pressSequentially('na k', { delay: 90 })
    await expect(page).toHaveURL(/search=ana\+k|search=ana%20k/)
    await expect(box).toHaveValue('ana k')
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: place === '/board' ? 'Board' : 'Contacts' })
      .click()
    await expect(box).toHaveValue('')
    await page.goBack()
    await expect(box).toHaveValue('ana k')
  }
})
