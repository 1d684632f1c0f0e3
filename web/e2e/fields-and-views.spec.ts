import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { expectFits, loaded } from './fits'

const wide = (page: Page) => (page.viewportSize()?.width ?? 0) > 768

const addField = async (page: Page, name: string, kind: string, more?: () => Promise<unknown>) => {
  await page.getByRole('button', { name: 'New field' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill(name)
  await sheet.getByLabel('Kind').selectOption(kind)
  await more?.()
  await sheet.getByRole('button', { name: 'Add field' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const condition = async (page: Page, n: number, field: string, how: string) => {
  const row = page.getByRole('dialog').getByRole('group', { name: `Condition ${n}` })
  await row.getByLabel('Field').selectOption({ label: field })
  await row.getByLabel('How it compares').selectOption(how)
  return row
}

test('a field is made, filled in, filtered by, and kept in a view', async ({ page }, info) => {
  test.slow()
  const heard = complaints(page)
  const mark = `${info.project.name} ${Date.now() % 1_000_000}`
  const [size, taste] = [`Size ${mark}`, `Taste ${mark}`]
  await enter(page)

  await page.goto('/settings/fields')
  await loaded(page)
  await addField(page, size, 'number')
  await addField(page, taste, 'choice', async () => {
    await page.getByRole('dialog').getByLabel('Option 1', { exact: true }).fill('Sweet')
    await page.getByRole('dialog').getByLabel('Option 2', { exact: true }).fill('Sour')
  })
  // The same name once more is refused beside it.
  await page.getByRole('button', { name: 'New field' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(size.toUpperCase())
  await page.getByRole('dialog').getByRole('button', { name: 'Add field' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('There is a field of this name')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: `Move ${taste} up` }).click()
  const names = page.getByRole('list', { name: 'Fields' }).getByRole('listitem')
  await expect(names.filter({ hasText: taste })).toBeVisible()
  const order = await names.allInnerTexts()
  const at = (name: string) => order.findIndex((text) => text.includes(name))
  expect(at(taste)).toBeLessThan(at(size))
  await expectAccessible(page, 'the fields')
  await expectFits(page, 'the fields')

  await page.goto('/contacts')
  await page.locator('main a[href^="/contacts/"]').first().click()
  await loaded(page)
  const person = await page.getByRole('heading', { level: 1 }).innerText()
  await page.goto(`${page.url()}?edit=true`)
  const form = page.getByRole('dialog')
  await form.getByLabel(size).fill('many')
  await form.getByLabel(taste).selectOption({ label: 'Sour' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('A number of at most 15 digits')).toBeVisible()
  await form.getByLabel(size).fill('41,5')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  if (!wide(page)) await page.getByRole('tab', { name: 'Details' }).click()
  const held = (name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd')
  await expect(held(size)).toHaveText('41.5')
  await expect(held(taste)).toHaveText('Sour')
  await expectAccessible(page, 'the card with fields')

  await page.goto('/contacts')
  await page.getByRole('button', { name: /^Filter/ }).click()
  const one = await condition(page, 1, size, 'greater')
  await one.getByLabel('Value').fill('41')
  await page.getByRole('dialog').getByRole('button', { name: 'Add condition' }).click()
  const two = await condition(page, 2, taste, 'is')
  await two.getByLabel('Value').selectOption({ label: 'Sour' })
  await expectAccessible(page, 'the filter')
  await page.getByRole('button', { name: 'Show 1 person' }).click()
  await expect(page.getByRole('button', { name: /^Change the filter/ })).toContainText(
    `${size} is more than 41 and ${taste} is Sour`,
  )
  const people = page.locator('main a[href^="/contacts/"]')
  await expect(people).toHaveCount(1)
  await expect(people).toContainText(person)
  await expect(page.getByText('1 person', { exact: true })).toBeVisible()

  await page.getByLabel('Sort').selectOption('name')
  if (wide(page)) {
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: size }).click()
    await expect(page.getByRole('checkbox', { name: size })).toBeChecked()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByRole('columnheader', { name: size })).toBeVisible()
    await expect(page.getByRole('gridcell', { name: '41.5' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(`View ${mark}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const tab = page.getByRole('link', { name: `View ${mark}` })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page, 'the view')
  await expectFits(page, 'the view')

  // The whole place is in the URL: back from a card, and a load anew, are the same place.
  const place = page.url()
  await people.first().click()
  await expect(page.getByRole('heading', { level: 1, name: person })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(place)
  await page.reload()
  await expect(people).toHaveCount(1)
  await page.getByRole('link', { name: 'Everybody' }).click()
  await expect(people.nth(5)).toBeVisible()
  await tab.click()
  await expect(people).toHaveCount(1)

  await page.getByRole('button', { name: `Actions for the view View ${mark}` }).click()
  await page.getByRole('menuitem', { name: 'Delete view' }).click()
  await expect(tab).toHaveCount(0)

  await page.goto('/settings/fields')
  for (const name of [size, taste]) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByRole('list', { name: 'Fields' }).getByText(name)).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('list', { name: 'Fields' }).getByText(taste)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${taste}`) }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  expect(heard.filter((each) => !/status of 400/.test(each))).toEqual([])
})
