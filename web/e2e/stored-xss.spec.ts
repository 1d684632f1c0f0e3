import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { pages } from './demo'
import { complaints, enter, mail, password } from './enter'
import { loaded } from './fits'
import { bodyOf, hostile, writesOf, type Document } from './hostile'
import { startOwnHost } from './own-host'

const dll = process.env.FLOWSTATE_HOST ?? ''

// They change who is signed in, or what one signs in with; their texts are secrets, or are written by others below.
const notWritten = /sign-in|sign-out|password|setup|accounts|passkeys|totp|recovery|sessions|accept|preview/

const mustTake = [
  '/api/v1/campaigns/templates body',
  '/api/v1/campaigns/templates name',
  '/api/v1/campaigns/templates subject',
  '/api/v1/contacts firstName',
  '/api/v1/contacts handles',
  '/api/v1/contacts notes',
  '/api/v1/contacts organisation',
  '/api/v1/contacts phones',
  '/api/v1/contacts tags',
  '/api/v1/contacts/fields label',
  '/api/v1/contacts/{contactId}/facts properties',
  '/api/v1/contacts/{contactId}/follow-ups title',
  '/api/v1/contacts/{contactId}/qualification why',
  '/api/v1/contacts/{contactId}/touches note',
  '/api/v1/identity/api-keys name',
]

let host: Awaited<ReturnType<typeof startOwnHost>>

test.beforeAll(async () => {
  test.setTimeout(180_000)
  host = await startOwnHost(dll, { Limits__UserPerMinute: '100000' })
})

test.afterAll(() => host.stop())

type Json = Record<string, never> | null

const writer = (api: APIRequestContext, token: string) => {
  const send = async (method: string, path: string, data: unknown, version: number) => {
    const headers = { Authorization: `Bearer ${token}`, 'If-Match': `"${version}"` }
    const answer = await api.fetch(`${host.url}${path}`, { method, headers, data: data as object })
    const text = await answer.text()
    const isJson = answer.headers()['content-type']?.includes('json') ?? false
    return { status: answer.status(), json: (isJson && text ? JSON.parse(text) : null) as Json }
  }
  return async (method: string, path: string, data: unknown) => {
    const answer = await send(method, path, data, 1)
    if (answer.status !== 412) return answer
    // What was changed before is at another version: of itself, or of what it is a part of.
    for (const whole of [path, path.slice(0, path.lastIndexOf('/'))]) {
      const { version } = ((await send('GET', whole, undefined, 1)).json?.data ?? {}) as { version?: number }
      if (version) return send(method, path, data, version)
    }
    return answer
  }
}

/** Writes a hostile text into each field that takes it, and tells which did. */
const writeEverywhere = async (api: APIRequestContext) => {
  const founded = await api.post(`${host.url}/api/v1/identity/setup`, {
    data: {
      workspaceName: hostile[0],
      name: hostile[2],
      email: mail,
      password,
      timeZone: 'Europe/Oslo',
      country: 'NO',
    },
  })
  const write = writer(api, (await founded.json()).data.accessToken)
  const document = (await (await api.get(`${host.url}/openapi/v1.json`)).json()) as Document
  const ids: Record<string, string> = {}
  const written = new Set<string>()
  let ownField: string | undefined
  // Makers of things come before what is done to them.
  const writes = writesOf(document)
    .filter(({ path }) => !notWritten.test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  for (const { method, path, schema } of writes) {
    for (const text of hostile) {
      const { body, mend } = bodyOf(document, schema, text)
      const at = path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_, parent: string, name: string) => {
        const kind = name === 'contactId' ? 'contacts' : parent
        return `${parent}/${ids[kind] ?? '00000000-0000-0000-0000-000000000000'}`
      })
      for (let attempt = 0; attempt < 8; attempt++) {
        if ('contactId' in body) body.contactId = ids.contacts
        if ('fields' in body) body.fields = ownField ? { [ownField]: text } : {}
        if ('scopes' in body) body.scopes = ['contacts.read']
        if ('permissions' in body) body.permissions = ['contacts.read']
        if ('role' in body) body.role = 'viewer'
        const { status, json } = await write(method, at, body)
        expect(status, `${method} ${at}`).toBeLessThan(500)
        if (status === 400 && json?.errors) {
          mend(json.errors)
          continue
        }
        if (status < 300) {
          for (const [name, value] of Object.entries(body))
            if (JSON.stringify(value)?.includes(JSON.stringify(text).slice(1, -1)))
              written.add(`${path} ${name}`)
          const { id, key } = (json?.data ?? {}) as { id?: string; key?: string }
          if (path.endsWith('/contacts/fields')) ownField ??= key
          if (id) ids[path.split('/').at(-1)!] ??= id
        }
        break
      }
    }
  }
  return { written, contact: ids.contacts! }
}

const uploadHostileBook = async (page: Page) => {
  const name = `${hostile[0]}.csv`
  const cells = hostile.map((text) => `"${text.replaceAll('"', '""')}"`)
  const csv = `First name,Phone,"${hostile[1]}"\n${cells.map((cell) => `${cell},${cell},${cell}`).join('\n')}\n`
  await page.goto(`${host.url}/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.waitForURL('**/import/*')
}

const nothingRan = async (page: Page, heard: string[], where: string) => {
  await loaded(page)
  const found = await page.evaluate(() => ({
    ran: '__xss' in globalThis,
    markup: [...document.querySelectorAll('[onerror], [onload], [onfocus], img[src="x"]')].map(
      ({ outerHTML }) => outerHTML,
    ),
    links: [...document.querySelectorAll('[href], [src], [action], [formaction]')]
      .flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name)))
      .filter((address) => /^\s*(javascript|data:text|vbscript)/i.test(address ?? '')),
  }))
  expect.soft(found, where).toEqual({ ran: false, markup: [], links: [] })
  expect.soft(heard.splice(0), where).toEqual([])
}

test('what is written as markup into every field stays text on every page', async ({ page, request }) => {
  test.setTimeout(240_000)
  const { written, contact } = await writeEverywhere(request)
  // A field that takes no text any more, or a write that fails for another reason, would prove nothing.
  expect(mustTake.filter((field) => !written.has(field))).toEqual([])

  const heard = complaints(page)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await enter(page, host.url)
  for (const path of [
    ...pages,
    `/contacts/${contact}`,
    `/contacts?search=${encodeURIComponent(hostile[0]!)}`,
  ]) {
    await page.goto(`${host.url}${path}`)
    await nothingRan(page, heard, path)
  }
  await page.goto(`${host.url}/contacts/${contact}`)
  await expect(page.locator('body')).toContainText(hostile[0]!)
  await page.goto(`${host.url}/templates`)
  await expect(page.locator('body')).toContainText(hostile[0]!)
  await uploadHostileBook(page)
  await nothingRan(page, heard, 'import')
  await expect(page.locator('body')).toContainText(hostile[0]!)
  expect(dialogs).toEqual([])
})
