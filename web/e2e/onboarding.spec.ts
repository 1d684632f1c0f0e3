import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { startOwnHost } from './own-host'

test.setTimeout(180_000)

let host: Awaited<ReturnType<typeof startOwnHost>>
test.beforeEach(async () => {
  const dll = process.env.FLOWSTATE_HOST
  if (!dll) throw new Error('A first start needs a host of its own: FLOWSTATE_HOST names Flowstate.Host.dll.')
  host = await startOwnHost(dll)
})
test.afterEach(async () => host.stop())

test('an empty workspace asks for three people, and they are the first list', async ({ page }) => {
  const heard = complaints(page)
  await enter(page, host.url)
  const progress = page.getByRole('progressbar', { name: 'The first three people' })
  const list = page.getByRole('list', { name: 'Whom to contact now, most valuable first' })
  const sheet = page.getByRole('dialog', { name: 'Three people to start with' })
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3')
  await expectAccessible(page, 'Today without people')

  // Contacts says the same, and both of its ways lead somewhere.
  await page.goto(`${host.url}/contacts`)
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3')
  await expectAccessible(page, 'Contacts without people')
  await page.getByRole('main').getByRole('link', { name: 'Import contacts' }).click()
  await expect(page).toHaveURL(/\/import$/)
  await page.goto(`${host.url}/today`)

  await page.getByRole('button', { name: 'Add three people' }).click()
  await sheet.getByLabel('Name', { exact: true }).first().fill('Lena Okafor')
  await sheet.getByLabel('Phone or email').first().fill('+47 912 34 567')
  await sheet.getByLabel('Phone or email').nth(1).fill('tom@example.com')
  await sheet.getByRole('button', { name: 'Add them' }).click()
  await expect(sheet.getByText('Who is this? Type a name.')).toBeVisible()
  await expectAccessible(page, 'three people')
  await sheet.getByLabel('Phone or email').nth(1).fill('')
  await sheet.getByRole('button', { name: 'Add them' }).click()

  await expect(list.getByRole('listitem')).toHaveCount(1, { timeout: 30_000 })
  await expect(progress).toHaveAttribute('aria-valuetext', '1 of 3')
  await expectAccessible(page, 'Today with one of three')
  await page.getByRole('button', { name: 'Add 2 more' }).click()
  await sheet.getByLabel('Name', { exact: true }).first().fill('Tomás Brito')
  await sheet.getByLabel('Name', { exact: true }).nth(1).fill('Mia Karlsen')
  await sheet.getByLabel('Phone or email').nth(1).fill('mia@example.com')
  await sheet.getByRole('button', { name: 'Add them' }).click()

  await expect(list.getByRole('listitem')).toHaveCount(3, { timeout: 30_000 })
  for (const name of ['Lena Okafor', 'Tomás Brito', 'Mia Karlsen'])
    await expect(list.getByRole('link', { name, exact: true })).toBeVisible()
  await expect(progress).toHaveCount(0)
  await expectAccessible(page, 'the first list')
  expect(heard).toEqual([])
})
