import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { expectFits, loaded } from './fits'

test('a person is erased for good, after a question', async ({ page }, info) => {
  const heard = complaints(page)
  const name = `Forgotten ${info.project.name}${Date.now() % 1_000_000}`
  await enter(page)
  await page.goto('/contacts')
  await loaded(page)
  await page.getByRole('button', { name: 'Add contact' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('First name').fill(name)
  await form.getByRole('button', { name: 'Add contact' }).click()
  await expect(form).toHaveCount(0)
  await page.goto(`/contacts?search=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const card = page.url()

  await page.getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'Erase for good …' }).click()
  const question = page.getByRole('dialog', { name: `Erase ${name} for good?` })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page, 'the question', '[role=dialog]')
  await expectFits(page, 'the question')
  await question.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText(`${name} is erased`)).toBeVisible()
  await expect(page.getByRole('link', { name })).toHaveCount(0)

  await page.goto(card)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  // The card that is gone is a 404, which the console tells of.
  expect(heard.filter((line) => !line.includes('404'))).toEqual([])
})
