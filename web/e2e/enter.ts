import { expect, type Page } from '@playwright/test'

export const mail = process.env.FLOWSTATE_MAIL ?? 'ana@example.com'
export const password = process.env.FLOWSTATE_PASSWORD ?? 'a long enough password'

/** Signs in, or sets the workspace up where nobody has been yet. */
export const enter = async (page: Page, at = '') => {
  await page.goto(`${at}/`)
  // The address passes through /today before it is known who is there: look at what is shown.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (page.url().includes('/setup')) {
    await page.getByLabel('Workspace').fill('Nordlys Team')
    await page.getByLabel('Your name').fill('Ana Solberg')
    await page.getByLabel('Email').fill(mail)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create workspace' }).click()
  } else if (page.url().includes('/sign-in')) {
    await page.getByLabel('Email').fill(mail)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.waitForURL('**/today**')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Whatever the console complains about: a refused style or script shows here and nowhere else. */
export const complaints = (page: Page) => {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    // A 401 is the first question of a page load, whether the cookie still opens a session, or a live connection that was
    // still being made as one signed out; a 409 a gate that is closed.
    const expected = /status of (401|409)|HTTP Authentication failed/
    if (message.type() === 'error' && !expected.test(message.text())) heard.push(message.text())
  })
  return heard
}
