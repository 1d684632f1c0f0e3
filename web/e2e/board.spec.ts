import { expect, test } from '@playwright/test'
import { enter } from './enter'

test('the board keeps the cards that were loaded, over a move and its undo', async ({ page }) => {
  await enter(page)
  await page.goto('/board')
  const lead = page.getByRole('region', { name: /^Lead/ })
  const cards = lead.getByRole('listitem')
  await expect(cards).toHaveCount(20)
  await lead.getByRole('button', { name: 'Show more' }).click()
  await expect(cards).toHaveCount(40)
  const name = await cards.nth(1).getByRole('paragraph').first().locator('span').first().innerText()

  const again = () => page.waitForResponse((answer) => /\/contacts\/board\?/.test(answer.url()))
  const moved = again()
  await cards
    .nth(1)
    .getByRole('button', { name: `Move ${name} to another stage` })
    .click()
  await page.getByRole('menuitem', { name: 'Not now' }).click()
  await expect(page.getByText(`${name} is in Not now`)).toBeVisible()
  await moved
  await expect(cards).toHaveCount(40)
  await expect(lead.getByText(name, { exact: true })).toHaveCount(0)

  const undone = again()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(`${name} is in Lead`)).toBeVisible()
  await undone
  await expect(cards.first()).toContainText(name)
  await expect(cards).toHaveCount(40)
})

test('a search of the board reaches the later pages of a column', async ({ page }) => {
  await enter(page)
  await page.goto('/board')
  await page.getByLabel('Search the board').fill('example')
  const lead = page.getByRole('region', { name: /^Lead/ })
  await expect(page).toHaveURL(/search=example/)
  const asked = page.waitForRequest(/\/contacts\/board\/lead\?.*search=example/)
  await lead.getByRole('button', { name: 'Show more' }).click()
  await asked
  await expect(lead.getByRole('listitem')).toHaveCount(40)
})
