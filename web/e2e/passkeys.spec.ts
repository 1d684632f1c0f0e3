import { expect, type Page, test } from '@playwright/test'
import { codeOf } from './authenticator'
import { expectAccessible } from './axe'
import { expectFits } from './fits'
import { enterAs, leave, newcomer, type Person, typePassword } from './newcomer'

test.setTimeout(180_000)

/** A device in the browser that holds keys and says that it saw its owner, for as long as the test lets it. */
const device = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const seesOwner = (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { seesOwner }
}

const add = async (page: Page, name: string, { password }: Person) => {
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill(name)
  await sheet.getByLabel('Password', { exact: true }).fill(password)
  await sheet.getByRole('button', { name: 'Add passkey' }).click()
}

const usePasskey = (page: Page) => page.getByRole('button', { name: 'Use a passkey' }).click()

test('a passkey is added, signs in alone and after the password, and opens nothing once removed', async ({
  page,
}, info) => {
  const person = await newcomer(info.project.use.baseURL ?? '')
  const { seesOwner } = await device(page)
  await enterAs(page, person)
  await add(page, 'Blue phone', { ...person, password: 'not the password' })
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/not your current/)
  await expectAccessible(page, 'adding a passkey')
  await seesOwner(false)
  await sheet.getByLabel('Password', { exact: true }).fill(person.password)
  await sheet.getByRole('button', { name: 'Add passkey' }).click()
  await expect(sheet.getByRole('alert')).toContainText('it was cancelled, or took too long')
  await seesOwner(true)
  await sheet.getByRole('button', { name: 'Add passkey' }).click()
  const row = page
    .getByRole('list', { name: 'Passkeys' })
    .getByRole('listitem')
    .filter({ hasText: 'Blue phone' })
  await expect(row).toContainText('not used yet')
  await expectAccessible(page, 'a passkey')
  await add(page, 'The same phone', person)
  await expect(sheet.getByRole('alert')).toContainText('already has a passkey of yours')
  await page.keyboard.press('Escape')

  await leave(page)
  await seesOwner(false)
  await usePasskey(page)
  await expect(page.getByRole('alert')).toContainText('it was cancelled, or took too long')
  await expectAccessible(page, 'a passkey that was cancelled')
  await expectFits(page, 'a passkey that was cancelled')
  await seesOwner(true)
  await usePasskey(page)
  await page.waitForURL('**/today')

  await page.goto('/settings/security')
  await expect(row).toContainText('last used')
  await page.getByRole('button', { name: 'Set up' }).click()
  await sheet.getByLabel('Password', { exact: true }).fill(person.password)
  await sheet.getByRole('button', { name: 'Continue' }).click()
  const secret = await sheet.getByLabel('Secret for the app').innerText()
  await sheet.getByLabel('Code of the app').fill(codeOf(secret))
  await sheet.getByRole('button', { name: 'Turn on' }).click()
  await sheet.getByRole('button', { name: 'I have kept them' }).click()
  await leave(page)
  await typePassword(page, person)
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
  await usePasskey(page)
  await page.waitForURL('**/today')

  await page.goto('/settings/security')
  await row.getByRole('button', { name: 'Remove: Blue phone' }).click()
  const question = page.getByRole('dialog', { name: 'Remove Blue phone?' })
  await expectAccessible(page, 'removing a passkey')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No passkey yet')).toBeVisible()
  await leave(page)
  await usePasskey(page)
  await expect(page.getByRole('alert')).toContainText('This passkey does not work here')
  await typePassword(page, person)
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0)
})

test('a browser without passkeys offers none and says so', async ({ page }, info) => {
  const person = await newcomer(info.project.use.baseURL ?? '')
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'))
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0)
  await enterAs(page, person)
  await page.goto('/settings/security')
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeDisabled()
  await expect(page.getByText('This browser cannot use passkeys here')).toBeVisible()
})
