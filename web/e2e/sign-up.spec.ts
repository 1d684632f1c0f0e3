import { expect, test } from '@playwright/test'
import { startOwnHost } from './own-host'
import { linkFor } from './mails'
import { enter } from './enter'

test.setTimeout(180_000)

let host: Awaited<ReturnType<typeof startOwnHost>>
test.beforeEach(async () => {
  const dll = process.env.FLOWSTATE_HOST
  if (!dll)
    throw new Error('An open sign-up needs a host of its own: FLOWSTATE_HOST names Flowstate.Host.dll.')
  host = await startOwnHost(dll, { Identity__OpenSignUp: 'true', Identity__AttemptsPerMinute: '4' })
})
test.afterEach(async () => host.stop())

test('where it is open one signs up by mail; too many tries wait as long as the server says', async ({
  page,
  browser,
}) => {
  await enter(page, host.url)
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`${host.url}/sign-in`)
  await guest.getByRole('link', { name: 'Create an account' }).click()
  await guest.getByLabel('Workspace').fill('Fjord <i>Team</i>')
  await guest.getByLabel('Your name').fill('Noor Vik')
  await guest.getByLabel('Email').fill('noor@example.com')
  await guest.getByLabel('Password', { exact: true }).fill('a sentence of noor')
  await guest.getByRole('button', { name: 'Create account' }).click()
  await expect(guest.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await guest.getByRole('button', { name: 'Other address' }).click()
  await expect(guest.getByLabel('Workspace')).toHaveValue('Fjord <i>Team</i>')
  await expect(guest.getByLabel('Email')).toBeFocused()
  await guest.goto(host.url + (await linkFor('noor@example.com', 'verify', host.mail)))
  await guest.getByRole('button', { name: 'Confirm address' }).click()
  await expect(guest.getByText('Your address is confirmed')).toBeVisible()

  await guest.getByLabel('Email').fill('noor@example.com')
  // The sign-up was the first of the four tries that this address has in a minute.
  for (let tries = 0; tries < 3; tries++) {
    await guest.getByLabel('Password', { exact: true }).fill(`wrong ${tries}`)
    await guest.getByRole('button', { name: 'Sign in' }).click()
    await expect(guest.getByText('The email or the password is wrong')).toBeVisible()
    await expect(guest.getByRole('button', { name: 'Sign in' })).toBeEnabled()
    await expect(guest.getByRole('button', { name: 'Sign in' })).toBeFocused()
  }
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest.getByRole('alert')).toContainText(/Wait \d+ seconds/)
  await expect(guest.getByRole('button', { name: /Try again in \d+ s/ })).toBeDisabled()
})
