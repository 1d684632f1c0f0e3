import { expect, type Page, request, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter, mail, password } from './enter'
import { loaded } from './fits'

const host = process.env.FLOWSTATE_URL ?? 'http://localhost:5080'

/** Somebody else at work: the API as another session of the same member. */
const another = async () => {
  const api = await request.newContext({ baseURL: host })
  const signedIn = await api.post('/api/v1/identity/sign-in', { data: { email: mail, password } })
  const { data } = (await signedIn.json()) as { data: { accessToken: string } }
  const headers = { Authorization: `Bearer ${data.accessToken}` }
  return {
    add: async (contact: object) => {
      const made = await api.post('/api/v1/contacts', { data: contact, headers })
      expect(made.status()).toBe(201)
      return ((await made.json()) as { data: { id: string } }).data.id
    },
    card: async (id: string) =>
      (
        (await (await api.get(`/api/v1/contacts/${id}`, { headers })).json()) as {
          data: Record<string, unknown> & { version: number }
        }
      ).data,
    change: async (id: string, version: number, contact: object) => {
      const headersNow = { ...headers, 'If-Match': `"${version}"` }
      const changed = await api.put(`/api/v1/contacts/${id}`, { data: contact, headers: headersNow })
      expect(changed.status()).toBe(200)
    },
  }
}

test.setTimeout(120_000)

const cellOf = (page: Page, name: string, column: number) =>
  page.getByRole('row', { name }).locator(`[data-cell$=":${column}"]`)

test('a cell of the list is edited in its place', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 768, 'A phone has a list and no cells.')
  const heard = complaints(page)
  const who = `Cell${Date.now()}`
  const other = await another()
  const first = await other.add({ firstName: who, lastName: 'Aas', phones: [{ value: '+4741234567' }] })
  await other.add({ firstName: who, lastName: 'Berg', emails: [{ value: `${who}@example.com` }] })
  await enter(page)
  await page.goto(`/contacts?search=${who}`)
  await loaded(page)

  // Two clicks, typed, Enter: the list and the server say the same.
  await cellOf(page, `${who} Aas`, 3).dblclick()
  const reach = page.getByRole('textbox', { name: 'Reach' })
  await expect(reach).toHaveValue('+4741234567')
  await expect(reach).toBeFocused()
  await expectAccessible(page, 'a cell that is edited')
  await reach.fill('+47 900 00 001')
  await reach.press('Enter')
  await expect(cellOf(page, `${who} Aas`, 3)).toContainText('+4790000001')
  await expect(cellOf(page, `${who} Aas`, 3)).toBeFocused()
  expect((await other.card(first)).phones).toMatchObject([{ normalised: '+4790000001' }])

  // By the keyboard alone: along the row, F2, and Esc leaves it as it was.
  await page.getByRole('link', { name: `${who} Aas` }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cellOf(page, `${who} Aas`, 2)).toBeFocused()
  await page.keyboard.press('F2')
  const warmth = page.getByRole('combobox', { name: 'Warmth' })
  await warmth.selectOption('4')
  await page.keyboard.press('Escape')
  await expect(warmth).toHaveCount(0)
  await expect(cellOf(page, `${who} Aas`, 2)).toContainText('–')
  await page.keyboard.press('Enter')
  await warmth.selectOption('5')
  await warmth.press('Enter')
  await expect(cellOf(page, `${who} Aas`, 2).getByRole('img', { name: /5/ })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(cellOf(page, `${who} Berg`, 2)).toBeFocused()

  // What the server refuses stays open with the reason.
  await cellOf(page, `${who} Aas`, 3).dblclick()
  await reach.fill(`${who}@example.com`)
  await reach.press('Enter')
  await expect(page.getByRole('alert')).toContainText(/has this mail address/)
  await expectAccessible(page, 'a cell that is refused')
  await reach.press('Escape')

  // The name by its pencil; changed by somebody else meanwhile, both sides are shown.
  await page.getByRole('link', { name: `${who} Aas` }).hover()
  await page.getByRole('button', { name: `Edit the name of ${who} Aas` }).click()
  const last = page.getByRole('textbox', { name: 'Last name' })
  await last.fill('Dahl')
  const { version } = await other.card(first)
  await other.change(first, version, { firstName: who, lastName: 'Eide', warmth: 5 })
  await last.press('Enter')
  const both = page.getByRole('dialog')
  await expect(both).toContainText('Eide')
  await expectAccessible(page, 'both versions')
  await both.getByRole('radio', { name: /Dahl/ }).click()
  await both.getByRole('button', { name: /Save/ }).click()
  await expect(page.getByRole('link', { name: `${who} Dahl` })).toBeVisible()
  expect(await other.card(first)).toMatchObject({ lastName: 'Dahl', phones: [] })
  // A browser writes down every answer that is no success; this one is what the test is about.
  expect(heard.filter((each) => !each.includes('412'))).toEqual([])
})
