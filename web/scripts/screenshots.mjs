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
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
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
    await context.close()
  }
}
await browser.close()
console.log(`Wrote docs/screenshots`)
