import { expect, type Page, test } from '@playwright/test'
import { googleBook, phoneBook } from './address-books'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { startOwnHost } from './own-host'

test.setTimeout(240_000)

let host: Awaited<ReturnType<typeof startOwnHost>>
test.beforeEach(async () => {
  const dll = process.env.FLOWSTATE_HOST
  if (!dll) throw new Error('A first start needs a host of its own: FLOWSTATE_HOST names Flowstate.Host.dll.')
  host = await startOwnHost(dll)
})
test.afterEach(async () => host.stop())

const upload = async (page: Page, name: string, text: string, rows: number) => {
  await page.goto(`${host.url}/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: `Import ${rows} rows` }).click()
}

const bringIn = async (page: Page, name: string, text: string, rows: number) => {
  await upload(page, name, text, rows)
  await expect(page.getByRole('heading', { name: 'Your people are in' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: `${rows} New` })).toBeVisible()
  await expect(page.getByRole('button', { name: '0 Refused' })).toBeVisible()
}

const openCard = async (page: Page, name: string, isMobile: boolean, shown: (string | RegExp)[]) => {
  await page.goto(`${host.url}/contacts`)
  await page.getByRole('link', { name }).first().click()
  if (isMobile) await page.getByRole('tab', { name: 'Details' }).click()
  for (const each of shown) await expect(page.getByText(each).first()).toBeVisible()
}

const moveFrom = async (page: Page, stage: string, to: string) => {
  // A phone shows one stage at a time.
  await page.goto(`${host.url}/board?stage=${stage}`)
  await page.getByRole('button', { name: 'Move Lena Okafor to another stage' }).first().click()
  await page.getByRole('menuitem', { name: to, exact: true }).click()
}

const invite = async (page: Page) => {
  await moveFrom(page, 'relationship', 'Invited')
  const gate = page.getByRole('dialog', { name: 'Not ready for Invited yet' })
  await expectAccessible(page, 'the gate of Invited')
  await gate.getByRole('button', { name: 'I sent the invite' }).click()
  await page
    .getByRole('dialog', { name: 'Ready for Invited' })
    .getByRole('button', { name: 'Move to Invited' })
    .click()
  await expect(page.getByText('Lena Okafor is in Invited')).toBeVisible()
}

/** The four questions on the way through the gate; a step too far is refused with what comes first. */
const qualify = async (page: Page) => {
  await moveFrom(page, 'invited', 'Qualified')
  const gate = page.getByRole('dialog', { name: 'Not ready for Qualified yet' })
  const answers = ['More time for her son', 'A second income', 'By summer']
  for (const [at, question] of ['Their why', 'Desired outcome', 'Timeline'].entries())
    await gate.getByLabel(question).fill(answers[at] ?? '')
  await gate.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved: 75 % qualified')).toBeVisible()
  await expectAccessible(page, 'the gate of Qualified')
  await gate.getByLabel('Decision maker').fill('Herself')
  await gate.getByRole('button', { name: 'Save and move' }).click()
  await expect(page.getByText('Lena Okafor is in Qualified')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('Lena Okafor is in Invited')).toBeVisible()
}

/** The last file is taken back: its people are gone, whoever somebody has worked with since stays. */
const takeBack = async (page: Page) => {
  await page.goto(`${host.url}/import`)
  await page
    .getByRole('link', { name: /google\.csv/ })
    .last()
    .click()
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('heading', { name: 'This import is undone' })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'the undone import')
}

test('from the first start to the next date', async ({ page, isMobile }) => {
  const heard = complaints(page)

  await page.goto(host.url)
  await expect(page).toHaveURL(/\/setup/)
  await enter(page, host.url)

  await bringIn(page, 'iPhone.vcf', phoneBook, 2)
  await bringIn(page, 'google.csv', googleBook, 2)
  await expectAccessible(page, page.url())

  // A second time brings nobody, and says so instead of showing a green tick.
  await upload(page, 'google.csv', googleBook, 2)
  await expect(page.getByRole('heading', { name: 'Nobody was brought in' })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page, page.url())

  await openCard(page, 'Sara Lind', isMobile, ['sara@lind.example', /70 ?123 ?45 ?67/, /Founder · Lind Yoga/])
  await openCard(page, 'Ivo Petrov', isMobile, ['ivo@petrov.example', /Petrov & Co/])
  await openCard(page, 'Lena Okafor', isMobile, [
    'lena@fjord.example',
    'studio@fjord.example',
    /912 ?34 ?567/,
    /22 ?33 ?44 ?55/,
    /Fjord Fitness/,
  ])
  await expectAccessible(page, page.url())

  await page.goto(`${host.url}/board`)
  await page.getByRole('button', { name: 'Move Lena Okafor to another stage' }).first().click()
  await page.getByRole('menuitem', { name: 'Relationship', exact: true }).click()
  const gate = page.getByRole('dialog', { name: 'Not ready for Relationship yet' })
  await expect(gate.getByText('Log a touch first')).toBeVisible()
  await expectAccessible(page, page.url())
  await gate.getByRole('button', { name: 'Log touch' }).click()
  await page
    .getByRole('dialog', { name: 'Ready for Relationship' })
    .getByRole('button', { name: 'Move to Relationship' })
    .click()
  await expect(page.getByText('Lena Okafor is in Relationship')).toBeVisible()
  await invite(page)
  await qualify(page)

  await page.goto(`${host.url}/today`)
  const row = page
    .getByRole('list', { name: 'Whom to contact now, most valuable first' })
    .getByRole('listitem')
    .filter({ hasText: 'Tomás Brito' })
  await expect(row).toContainText('·', { timeout: 20_000 })
  await expectAccessible(page, page.url())

  // The words go where the link says; what answers there is not ours.
  await page.context().route(/wa\.me/, (route) => route.fulfill({ body: 'WhatsApp' }))
  const chat = page.context().waitForEvent('page')
  await row.getByRole('button', { name: 'Send to Tomás Brito by WhatsApp' }).click()
  expect((await chat).url()).toMatch(/^https:\/\/wa\.me\/351912345678\?text=.*Tom/)
  await (await chat).close()

  const done = row.getByRole('button', { name: 'Done with Tomás Brito: log the touch' })
  await done.click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toHaveCount(1)
  // A click on a row that has just moved is not taken: it was meant for another one.
  await expect(async () => {
    await done.click({ timeout: 1_000 })
    await expect(row).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  // Leaving the page sends what could still be undone.
  await page.goto(`${host.url}/contacts?search=Brito`)
  await page.getByRole('link', { name: 'Tomás Brito' }).first().click()
  if (isMobile) await page.getByRole('tab', { name: 'Timeline' }).click()
  await expect(page.getByText('Reached by WhatsApp').first()).toBeVisible({ timeout: 20_000 })
  if (isMobile) await page.getByRole('tab', { name: 'Details' }).click()
  // Not rated is kept like three stars: 90 days from the touch.
  const next = new Date(Date.now() + 90 * 24 * 60 * 60 * 1000)
  await expect(
    page.getByText(new RegExp(next.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' }))).first(),
  ).toBeVisible()

  await page.goto(`${host.url}/today`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(row).toHaveCount(0)
  await takeBack(page)
  await page.goto(`${host.url}/contacts`)
  await expect(page.getByRole('link', { name: 'Tomás Brito' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sara Lind' })).toHaveCount(0)
  expect(heard).toEqual([])
})
