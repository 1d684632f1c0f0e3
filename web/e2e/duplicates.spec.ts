import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { expectFits, expectFitsAt, loaded } from './fits'

const pairs = (page: Page) => page.getByRole('list', { name: 'Pairs' }).getByRole('listitem')
const toast = (page: Page, text: string | RegExp) =>
  page.locator('[data-sonner-toast]').filter({ hasText: text })

const addPerson = async (
  page: Page,
  first: string,
  last: string,
  fill: (sheet: ReturnType<Page['getByRole']>) => Promise<unknown>,
) => {
  await page.goto('/contacts')
  await loaded(page)
  await page.getByRole('button', { name: 'Add contact' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('First name').fill(first)
  await sheet.getByLabel('Last name').fill(last)
  await fill(sheet)
  return sheet
}

test('the form says who it may be, and does not stand in the way', async ({ page }, info) => {
  const heard = complaints(page)
  const mark = `${info.project.name}${Date.now() % 1_000_000}`
  const phone = `+4799${(Date.now() % 1_000_000).toString().padStart(6, '0')}`
  await enter(page)
  let sheet = await addPerson(page, 'Hinted', mark, (form) =>
    form.getByLabel('Phone', { exact: true }).fill(phone),
  )
  await sheet.getByRole('button', { name: 'Add contact' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(toast(page, `Hinted ${mark} is added`)).toBeVisible()

  sheet = await addPerson(page, 'Hinter', mark, (form) =>
    form.getByLabel('Phone', { exact: true }).fill(phone),
  )
  const hint = sheet.getByRole('status').filter({ hasText: 'Is it somebody you have?' })
  await expect(hint).toContainText(`Hinted ${mark}`)
  await expect(hint).toContainText('same phone')
  await expectAccessible(page, 'the hint')
  await expectFits(page, 'the hint')
  await sheet.getByRole('button', { name: 'Add contact' }).click()
  await expect(sheet).toHaveCount(0)
  expect(heard).toEqual([])
})

test('a pair is looked at, merged with a choice, and comes apart again', async ({ page }) => {
  test.slow()
  const heard = complaints(page)
  await enter(page)
  await page.goto('/contacts')
  await loaded(page)
  await page.getByRole('link', { name: 'Duplicates' }).click()
  await loaded(page)
  await expect(pairs(page).first()).toBeVisible()
  await expectAccessible(page, 'the pairs')
  await expectFitsAt(page, [320, page.viewportSize()?.width ?? 390], 'the pairs')

  const pair = pairs(page).filter({ hasText: 'Camilla Brekke' })
  await expect(pair).toContainText('Very likely the same')
  await expect(pair).toContainText('same phone, similar name')
  await pair.getByRole('button', { name: /^Merge/ }).click()
  const sheet = page.getByRole('dialog')
  const first = sheet.getByRole('radiogroup', { name: 'First name' })
  await expect(first.getByRole('radio')).toHaveCount(2)
  await expect(sheet.getByText('come along')).toBeVisible()
  // By keyboard: the arrow goes to the other side.
  await first.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowRight')
  const taken = await first.getByRole('radio', { checked: true }).innerText()
  const name = taken.split('\n').at(-1) ?? ''
  await expect(sheet.getByText(`${name} Brekke`, { exact: true })).toBeVisible()
  await expectAccessible(page, 'merging')
  await expectFits(page, 'merging')
  await sheet.getByRole('button', { name: 'Merge contacts' }).click()
  await expect(toast(page, `${name} Brekke is one contact now`)).toBeVisible()
  await expect(sheet).toHaveCount(0)
  await expect(pair).toHaveCount(0)

  const lately = page.getByRole('listitem').filter({ hasText: 'went into' }).first()
  await lately.getByRole('link').click()
  await loaded(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} Brekke`)

  await page.goto('/duplicates')
  await page
    .getByRole('button', { name: /^Undo the merge/ })
    .first()
    .click()
  await expect(toast(page, 'are two contacts again')).toBeVisible()
  await expect(pair).toBeVisible()
  expect(heard).toEqual([])
})

test('who is not the same leaves the list, until that is taken back', async ({ page }) => {
  const heard = complaints(page)
  await enter(page)
  await page.goto('/duplicates')
  await loaded(page)
  const pair = pairs(page).filter({ hasText: 'Theodor Aasen' })
  await expect(pair).toContainText('Likely the same')
  await pair.getByRole('button', { name: /are not the same$/ }).click()
  const said = toast(page, 'are two people')
  await expect(said).toBeVisible()
  await expect(pair).toHaveCount(0)
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(pair).toBeVisible()
  expect(heard).toEqual([])
})

test('an old link leads to the contact that stayed', async ({ page }) => {
  await enter(page)
  await page.goto('/duplicates')
  await loaded(page)
  const pair = pairs(page).filter({ hasText: 'Vera Moen' })
  const links = await pair.getByRole('link').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  await pair.getByRole('button', { name: /^Merge/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Merge contacts' }).click()
  await expect(toast(page, 'is one contact now')).toBeVisible()
  for (const path of paths) {
    await page.goto(path ?? '')
    await loaded(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Vera Moen/)
  }
  expect(new URL(page.url()).pathname).toMatch(/^\/contacts\/[0-9a-f-]{36}$/)
  await page.goto('/duplicates')
  await page
    .getByRole('button', { name: /^Undo the merge of Vera/ })
    .first()
    .click()
  await expect(toast(page, 'are two contacts again')).toBeVisible()
})

test('the page says so when it cannot be had', async ({ page }) => {
  await enter(page)
  await page.route('**/api/v1/contacts/duplicates*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: '{"status":503,"code":"x"}',
    }),
  )
  await page.goto('/duplicates')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 20_000 })
  await page.unroute('**/api/v1/contacts/duplicates*')
  await page.route('**/api/v1/contacts/duplicates*', (route) =>
    route.fulfill({ json: { status: 200, data: [], meta: { nextCursor: null } } }),
  )
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible()
})
