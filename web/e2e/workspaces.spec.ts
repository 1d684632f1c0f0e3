import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { enter } from './enter'
import { linkFor } from './mails'
import { enterAs, invite, newcomer, type Person, typePassword } from './newcomer'
import { startOwnHost } from './own-host'

test.setTimeout(240_000)

let host: Awaited<ReturnType<typeof startOwnHost>>
test.beforeEach(async () => {
  const dll = process.env.FLOWSTATE_HOST
  if (!dll)
    throw new Error('A second workspace needs a host of its own: FLOWSTATE_HOST names Flowstate.Host.dll.')
  host = await startOwnHost(dll, { Identity__OpenSignUp: 'true', Identity__AttemptsPerMinute: '1000' })
})
test.afterEach(async () => host.stop())

const noor: Person = { email: 'noor@example.com', name: 'Noor Vik', password: 'a sentence of noor' }

const foundFjord = async (page: Page) => {
  await page.goto(`${host.url}/sign-up`)
  await page.getByLabel('Workspace').fill('Fjord Team')
  await page.getByLabel('Your name').fill(noor.name)
  await page.getByLabel('Email').fill(noor.email)
  await page.getByLabel('Password', { exact: true }).fill(noor.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.goto(host.url + (await linkFor(noor.email, 'verify', host.mail)))
  await page.getByRole('button', { name: 'Confirm address' }).click()
  await expect(page.getByText('Your address is confirmed')).toBeVisible()
}

/** The choice of workspaces, by keyboard: the sidebar's menu, or the sheet behind More. */
const openChoice = async (page: Page, isMobile: boolean) => {
  if (!isMobile) return page.getByRole('button', { name: /^Workspace: / }).press('Enter')
  await page.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('button', { name: 'Your workspaces' }).press('Enter')
}

const choice = (page: Page, isMobile: boolean, name: string) =>
  page.getByRole(isMobile ? 'button' : 'menuitem', { name: new RegExp(`${name} (Owner|Rep)`) })

/** The page is loaded anew, and stays where it is from Today. */
const go = async (page: Page, isMobile: boolean, name: string) => {
  const anew = page.waitForEvent('load')
  await choice(page, isMobile, name).press('Enter')
  await anew
  await page.waitForURL('**/today')
}

test('the switcher leads from one workspace to the other, and nothing comes along', async ({
  page,
  browser,
  isMobile,
}) => {
  await enter(page, host.url)
  const guest = await (await browser.newContext({ viewport: page.viewportSize(), isMobile })).newPage()
  await foundFjord(guest)
  await enterAs(guest, noor, host.url)
  await guest.goto(`${host.url}/settings/workspace`)
  await expect(guest.getByLabel('Workspace name')).toHaveValue('Fjord Team')
  await guest.goto(host.url + (await invite(host.url, noor.email, 'rep', host.mail)))
  await guest.getByRole('button', { name: 'Join as Noor Vik' }).click()
  await guest.waitForURL('**/today')

  await openChoice(guest, isMobile)
  await expect(choice(guest, isMobile, 'Nordlys Team')).toBeVisible()
  // An open menu hides the page around it, which axe would miss.
  await expectAccessible(guest, 'the switcher', isMobile ? undefined : '[role=menu]')
  await go(guest, isMobile, 'Fjord Team')
  await guest.goto(`${host.url}/settings/workspace`)
  await expect(guest.getByLabel('Workspace name')).toHaveValue('Fjord Team')
  await expect(guest.getByLabel('Workspace name')).toBeEnabled()
  await guest.goto(`${host.url}/settings/members`)
  await expect(guest.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(1)
  // It is kept: also for a page that is opened anew, and back again.
  await openChoice(guest, isMobile)
  await go(guest, isMobile, 'Nordlys Team')
  await guest.goto(`${host.url}/settings/members`)
  await expect(guest.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(2)
})

test('who left their only workspace is told so, and comes back by an invitation', async ({
  page,
  browser,
  isMobile,
}) => {
  await enter(page, host.url)
  const kim = await newcomer(host.url, 'rep', host.mail)
  const guest = await (await browser.newContext({ viewport: page.viewportSize(), isMobile })).newPage()
  await enterAs(guest, kim, host.url)
  await guest.goto(`${host.url}/settings/members`)
  await guest.getByRole('button', { name: 'Leave workspace' }).click()
  await guest.getByRole('dialog').getByRole('button', { name: 'Leave workspace' }).click()
  await guest.waitForURL('**/sign-in**')
  await expect(guest.getByText('You have left the workspace.')).toBeVisible()
  await typePassword(guest, kim, host.url)
  await expect(guest.getByRole('alert')).toContainText('You are in no workspace any more')

  const link = host.url + (await invite(host.url, kim.email, 'leader', host.mail, kim.invitation))
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Join Nordlys Team' })).toBeVisible()
  await expect(guest.getByLabel('Email')).toHaveValue(kim.email)
  await expectAccessible(guest, 'an invitation of somebody known')
  await guest.getByLabel('Password', { exact: true }).fill('not the password')
  await guest.getByRole('button', { name: 'Sign in and join' }).click()
  await expect(guest.getByRole('alert')).toContainText('The email or the password is wrong')
  await guest.getByLabel('Password', { exact: true }).fill(kim.password)
  await guest.keyboard.press('Enter')
  await guest.waitForURL('**/today')
  await page.goto(`${host.url}/settings/members`)
  const row = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: kim.email })
  await expect(row).toContainText('Leader')
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})
