import { chromium } from '@playwright/test'
const host = 'http://localhost:5291'
const [,, out, who, ...paths] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] })
const modes = (process.env.MODES ?? 'phone-light,desktop-dark').split(',')
let state
for (const mode of modes) {
  const phone = mode.startsWith('phone')
  const context = await browser.newContext({ viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }, isMobile: phone, hasTouch: phone, colorScheme: mode.endsWith('dark') ? 'dark' : 'light', locale: 'en-GB' })
  const page = await context.newPage()
  page.on('console', (m) => m.type() === 'error' && !/401/.test(m.text()) && console.log(mode, m.text()))
  page.on('pageerror', (e) => console.log(mode, e.message))
  if (who !== '-') {
    await page.goto(host + '/sign-in')
    await page.getByLabel('Email').fill(who)
    await page.getByLabel('Password', { exact: true }).fill('demo-flowstate')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/today')
  }
  for (const path of paths) {
    const [url, name, click] = path.split('@')
    await page.goto(host + url)
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.waitForTimeout(500)
    if (click) for (const c of click.split('>>')) { await page.getByRole('button', { name: new RegExp(c) }).first().click(); await page.waitForTimeout(350) }
    await page.screenshot({ path: `${out}/${name}-${mode}.png`, fullPage: process.env.FULL === '1' })
  }
  await context.close()
}
await browser.close()
