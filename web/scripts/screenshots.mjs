// Pictures of a running host, phone and desktop, light and dark, into docs/screenshots.
//   FLOWSTATE_URL=http://localhost:5080 FLOWSTATE_MAIL=… FLOWSTATE_PASSWORD=… npm run screenshots
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const host = process.env.FLOWSTATE_URL ?? 'http://localhost:5080'
const { FLOWSTATE_MAIL: mail, FLOWSTATE_PASSWORD: password } = process.env
if (!mail || !password)
  throw new Error('Set FLOWSTATE_MAIL and FLOWSTATE_PASSWORD to somebody who can sign in.')
const folder = `${process.env.PICTURES ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url))}/`
await mkdir(folder, { recursive: true })

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } }
const system = process.env.CHROMIUM || '/usr/bin/chromium'
const browser = await chromium.launch({
  executablePath: existsSync(system) ? system : undefined,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})

const settled = async (page) => {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page
    .locator('[role=status][aria-label=Loading]')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await page.waitForTimeout(500)
}

/** The card that says most: the first row of Today, else the first contact. */
const cardPath = async (page) => {
  for (const place of ['/today', '/contacts']) {
    await page.goto(host + place)
    await settled(page)
    const link = page.locator('main a[href^="/contacts/"]').first()
    if (await link.count()) return link.getAttribute('href')
  }
  return null
}

const given = [
  'Amara',
  'Bjørn',
  'Carla',
  'Dmitri',
  'Esra',
  'Finn',
  'Greta',
  'Hana',
  'Ilse',
  'Joaquín',
  'Kai',
  'Linnéa',
]
const family = [
  'Aalto',
  'Borges',
  'Chen',
  'Dupont',
  'Eide',
  'Fontana',
  'Gupta',
  'Haugen',
  'Ito',
  'Janssen',
  'Kaya',
]

/** An address book as Google exports it, another one for every picture; the last rows are such as every book has. */
const addressBook = (book) =>
  [
    'First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label,E-mail 1 - Value,Birthday',
    ...Array.from({ length: 1600 }, (_, at) => {
      const [first, last] = [given[at % given.length], family[(at >> 2) % family.length]]
      const firm = at % 3 ? '' : 'Nordlys Physio'
      return `${first},${last},${firm},Mobile,+47 4${book}${String(at).padStart(6, '0')},Home,${at}.${book}@example.org,`
    }),
    `Amara,Aalto,,Mobile,+47 4${book}000000,Home,0.${book}@example.org,`,
    'Kai,Chen,,Mobile,,Home,kai at example,',
    ',,,,,,,1984-02-11',
  ].join('\n')

/** What the server says of an import from the middle of its work, asked until it says so. */
const inTheMiddle = async (page, url, headers) => {
  for (;;) {
    const json = await (await page.request.get(url, { headers })).json()
    if (json.data.state === 'done') throw new Error('The import was over before its picture could be taken.')
    if (json.data.processed > 0 && json.data.ratePerSecond) return json
  }
}

/** From the file to its report. Its progress is held still for as long as the picture takes. */
const shootImport = async (page, shoot, book) => {
  await page.goto(`${host}/import`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'google-contacts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(addressBook(book)),
  })
  const start = page.getByRole('button', { name: /^Import .* rows$/ })
  await start.waitFor()
  await shoot('import-mapping')
  const started = page.waitForRequest(/\/contacts\/imports\/[^/]+\/start$/)
  const held = started.then((request) =>
    inTheMiddle(page, request.url().replace(/\/start$/, ''), {
      authorization: request.headers().authorization,
    }),
  )
  const answers = /\/contacts\/imports(\/[^/]+)?$/
  await page.route(answers, async (route) => {
    const one = await held
    const whole = /imports$/.test(route.request().url())
    await route.fulfill({ json: whole ? { status: 200, data: [one.data] } : one })
  })
  await start.click()
  await page.getByText(/rows a second/).waitFor()
  await shoot('import-progress')
  await page.unroute(answers)
  await page.getByRole('heading', { name: 'Row by row' }).waitFor({ timeout: 120_000 })
  await shoot('import-result')
}

let book = 0
// At the end, because the lists are others afterwards.
const last = []
for (const [width, viewport] of Object.entries(widths)) {
  for (const theme of ['light', 'dark']) {
    const phone = width === 'phone'
    const context = await browser.newContext({
      viewport,
      isMobile: phone,
      hasTouch: phone,
      deviceScaleFactor: 2,
      colorScheme: theme,
      locale: 'en-GB',
    })
    const page = await context.newPage()
    const shoot = async (name) => {
      await settled(page)
      await page.screenshot({ path: `${folder}${name}-${width}-${theme}.png` })
    }
    await page.goto(`${host}/sign-in`)
    await page.getByLabel('Email').waitFor()
    await page
      .locator(':focus')
      .evaluate((element) => element.blur())
      .catch(() => undefined)
    await shoot('sign-in')
    await page.getByLabel('Email').fill(mail)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/today')
    const card = await cardPath(page)
    const pages = {
      today: '/today',
      contacts: '/contacts',
      card,
      board: '/board',
      import: '/import',
      settings: '/settings/profile',
    }
    for (const [name, path] of Object.entries(pages)) {
      if (!path) continue
      await page.goto(host + path)
      await shoot(name)
    }
    last.push(async () => {
      await shootImport(page, shoot, book++)
      await context.close()
    })
  }
}
for (const each of last) await each()
await browser.close()
console.log(`Wrote docs/screenshots`)
