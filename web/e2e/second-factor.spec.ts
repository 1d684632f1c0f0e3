import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { codeOf } from './authenticator'
import { expectAccessible } from './axe'
import { complaints } from './enter'
import { expectFits } from './fits'
import { enterAs, leave, newcomer, type Person, typePassword } from './newcomer'

test.setTimeout(180_000)

const send = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click()

/** By keyboard alone; comes back with the secret and the recovery codes. */
const setUp = async (page: Page, person: Person) => {
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Set up' }).press('Enter')
  const sheet = page.getByRole('dialog')
  await expectAccessible(page, 'the password')
  await expect(sheet.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(sheet.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/not your current/)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  const secret = await sheet.getByLabel('Secret for the app').innerText()
  const picture = sheet.getByRole('img', { name: /QR code/ })
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expectAccessible(page, 'the secret')
  await expectFits(page, 'the secret')
  await sheet.getByLabel('Code of the app').focus()
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('alert')).toContainText('That code is not right')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(codeOf(secret))
  await page.keyboard.press('Enter')
  const list = sheet.getByRole('list', { name: 'Recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  return { secret, codes: await list.getByRole('listitem').allInnerTexts() }
}

test('the app is set up, asked for, replaced once by each recovery code, and turned off', async ({
  page,
}, info) => {
  const person = await newcomer(info.project.use.baseURL ?? '')
  const heard = complaints(page)
  await enterAs(page, person)
  const { secret, codes } = await setUp(page, person)
  const sheet = page.getByRole('dialog')
  await expectAccessible(page, 'the codes')
  await expectFits(page, 'the codes')

  // Closed by accident they would be lost.
  await page.keyboard.press('Escape')
  await expect(sheet.getByRole('alert')).toContainText('You have not copied')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await sheet.getByRole('button', { name: 'Copy all' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'))
  const download = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Download' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain(person.email)
  expect(file.trimEnd().split('\n').slice(-10)).toEqual(codes)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page.getByText('10 left')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(codes[0] ?? '')
  await expectAccessible(page, 'security')

  await leave(page)
  await typePassword(page, person)
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
  await expectAccessible(page, 'the second step')
  await page.keyboard.type('000000')
  await send(page)
  await expect(page.getByRole('alert')).toContainText('That code is not right')
  // The code that confirmed is spent: the next one, which is taken half a minute early.
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await send(page)
  await page.waitForURL('**/today')

  const recover = async (code: string) => {
    await typePassword(page, person)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await expect(page.getByLabel('Recovery code')).toBeFocused()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
  }
  const [first = '', second = '', third = '', fourth = ''] = codes
  await leave(page)
  await recover(first)
  await page.waitForURL('**/today')
  await leave(page)
  await recover(first)
  await expect(page.getByRole('alert')).toContainText('was used already')
  await expectAccessible(page, 'a recovery code that is spent')
  // As people copy them: in capitals, with spaces.
  await page.getByLabel('Recovery code').fill(second.toUpperCase().replaceAll('-', ' '))
  await send(page)
  await page.waitForURL('**/today')

  await page.goto('/settings/security')
  await expect(page.getByText('8 left')).toBeVisible()
  await page.getByRole('button', { name: 'New codes' }).click()
  await expectAccessible(page, 'new codes')
  await sheet.getByLabel('Code').fill(third)
  await sheet.getByRole('button', { name: 'New codes' }).click()
  const list = sheet.getByRole('list', { name: 'Recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  const fresh = await list.getByRole('listitem').first().innerText()
  await sheet.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 left')).toBeVisible()

  await page.getByRole('button', { name: 'Turn off' }).click()
  await expectAccessible(page, 'turning it off')
  await sheet.getByLabel('Password', { exact: true }).fill(person.password)
  await sheet.getByLabel('Code').fill(fourth)
  await sheet.getByRole('button', { name: 'Turn off' }).click()
  await expect(sheet.getByRole('alert')).toContainText('was used already')
  await sheet.getByLabel('Code').fill(fresh)
  await sheet.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('Two-step sign-in is off')).toBeVisible()
  await expect(page.getByText('Not set up')).toBeVisible()

  await leave(page)
  await enterAs(page, person)
  // What is refused on purpose above.
  expect(heard.filter((each) => !each.includes('status of 422'))).toEqual([])
})
