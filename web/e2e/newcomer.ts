import { expect, type Page, request } from '@playwright/test'
import { mail, password } from './enter'
import { linkFor, mailFolder } from './mails'

export type Person = { email: string; name: string; password: string; invitation?: string }

const api = '/api/v1/identity'

/** Invites this address as the owner, in a browser of its own; answers with the link's path. */
export const invite = async (at: string, email: string, role: string, folder = mailFolder, before = '') => {
  const owner = await request.newContext({ baseURL: at })
  const signedIn = await owner.post(`${api}/sign-in`, { data: { email: mail, password } })
  expect(signedIn.ok()).toBe(true)
  const { data } = (await signedIn.json()) as { data: { accessToken: string } }
  const headers = { Authorization: `Bearer ${data.accessToken}` }
  // An address is mailed once a minute.
  const send = async () =>
    (await owner.post(`${api}/invitations`, { data: { email, role }, headers })).status()
  await expect.poll(send, { timeout: 75_000, intervals: [5_000] }).toBe(201)
  await owner.dispose()
  return linkFor(email, 'invitation', folder, before)
}

/** Somebody new in the owner's workspace, whom no other test knows. */
export const newcomer = async (at: string, role = 'rep', folder = mailFolder): Promise<Person> => {
  const email = `kim-${Date.now()}@example.com`
  const invitation = await invite(at, email, role, folder)
  const person = { email, name: 'Kim Aas', password: 'a sentence of kim', invitation }
  const token = invitation.split('#')[1]
  const guest = await request.newContext({ baseURL: at })
  const { name, password: chosen } = person
  const joined = await guest.post(`${api}/invitations/accept`, { data: { token, name, password: chosen } })
  expect(joined.ok()).toBe(true)
  await guest.dispose()
  return person
}

/** Types both and sends them; what comes then is for the caller to look at. */
export const typePassword = async (page: Page, { email, password: known }: Person, at = '') => {
  await page.goto(`${at}/sign-in`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(known)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export const enterAs = async (page: Page, person: Person, at = '') => {
  await typePassword(page, person, at)
  await page.waitForURL('**/today**')
}

export const leave = async (page: Page, at = '') => {
  await page.goto(`${at}/settings/profile`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in**')
  // Without the page to come back to.
  await page.goto(`${at}/sign-in`)
}
