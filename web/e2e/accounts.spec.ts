import { expect, test } from '@playwright/test'
import { complaints, enter, password } from './enter'
import { linkFor } from './mails'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0'

test('a session that is ended elsewhere leads to the sign-in, which says why and leads back', async ({
  page,
  browser,
}, info) => {
  const agent = `${firefox} ${info.project.name}`
  const other = await (
    await browser.newContext({ baseURL: info.project.use.baseURL, userAgent: agent })
  ).newPage()
  await enter(other)
  await other.goto('/contacts?stage=lead')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Contacts')

  await enter(page)
  await page.goto('/settings/security')
  const row = page.getByRole('listitem').filter({ hasText: 'Firefox on Windows' }).first()
  await expect(page.getByRole('listitem').filter({ hasText: 'This device' })).toHaveCount(1)
  await row.getByRole('button', { name: /^Sign out/ }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('cannot be undone')
  await question.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Firefox on Windows is signed out')).toBeVisible()

  await other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).click()
  await other.waitForURL('**/sign-in**')
  await expect(other.getByText('You were signed out')).toBeVisible()
  await other.getByLabel('Email').fill('ana@nordlys.example')
  await other.getByLabel('Password', { exact: true }).fill(password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL('**/board')

  // A page that is opened anew learns it as well.
  await page.reload()
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Sign out \d+ device/ })
    .click()
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible()
  await other.goto('/contacts?stage=lead')
  await expect(other.getByText('You were signed out')).toBeVisible()
  expect(new URL(other.url()).searchParams.get('from')).toBe('/contacts?stage=lead')
})

test('a wrong current password and a common new one are told at their fields', async ({ page }) => {
  await enter(page)
  await page.goto('/settings/security')
  await page.getByLabel('Current password').fill('not my password')
  await page.getByLabel('New password').fill('a rather long sentence')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/not your current password/)
  await page.getByLabel('New password').fill('password123')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/Many people use this password/)
})

test('a forgotten password is replaced by the link in the mail, which works once', async ({ page }, info) => {
  // The server mails one address once a minute: each project has a person of its own.
  const email = info.project.name === 'phone' ? 'emil@nordlys.example' : 'mira@nordlys.example'
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot the password?' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeFocused()
  await expect(page.getByRole('button', { name: /Send again in \d+ s/ })).toBeDisabled()

  const link = await linkFor(email, 'reset-password')
  await page.goto(link)
  await page.getByLabel('New password').fill('password123')
  await page.getByRole('button', { name: 'Save new password' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('New password').fill(`a new sentence of ${email}`)
  await page.getByRole('button', { name: 'Save new password' }).click()
  await page.waitForURL('**/sign-in**')
  await expect(page.getByText('Your password is changed')).toBeVisible()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(`a new sentence of ${email}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/today')

  await page.goto(link)
  await page.getByLabel('New password').fill('yet another sentence')
  await page.getByRole('button', { name: 'Save new password' }).click()
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mail me a new link' })).toBeVisible()
})

test('somebody invited joins by mail, and markup in a name stays text everywhere', async ({
  page,
  browser,
}, info) => {
  const email = `bo-${info.project.name}-${Date.now()}@example.com`
  const name = '<script>globalThis.hit=1</script><b onmouseover="hit=1">Bo</b>'
  await enter(page)
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Role').selectOption('viewer')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByText(email, { exact: true })).toBeVisible()

  const link = await linkFor(email, 'invitation')
  const guest = await (await browser.newContext({ baseURL: info.project.use.baseURL })).newPage()
  const heard = complaints(guest)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Join Nordlys Team' })).toBeVisible()
  await expect(guest.getByText('Ana Lindqvist invites you, as Viewer.')).toBeVisible()
  await guest.getByLabel('Your name').fill(name)
  await guest.getByLabel('Password', { exact: true }).fill('a sentence of mine')
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.waitForURL('**/today')
  expect(heard).toEqual([])

  for (const path of [
    '/settings/members',
    '/settings/team',
    '/settings/audit?subject=members&action=insert',
  ]) {
    await page.goto(path)
    await expect(page.locator('main li').filter({ hasText: name }).first()).toBeVisible()
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  }
  // What they may not see is not offered, and is refused by its address.
  await guest.goto('/settings/audit')
  await expect(guest.getByRole('heading', { name: 'You may not see this' })).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('the audit log shows before and after, and keeps its filter in the address', async ({ page }) => {
  await enter(page)
  await page.goto('/settings/profile')
  const minutes = page.getByLabel('Minutes a day')
  const before = await minutes.inputValue()
  const after = String((Number(before) % 400) + 5)
  await minutes.fill(after)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await page.goto('/settings/audit')
  await page.getByLabel('Area').selectOption('identity')
  await page.getByLabel('What happened').selectOption('update')
  await page.getByLabel('Kind of thing').fill('members')
  await page.getByLabel('Kind of thing').press('Enter')
  await expect(page).toHaveURL(/module=identity&action=update&subject=members/)
  const entry = page
    .getByRole('main')
    .getByRole('button', { expanded: false })
    .filter({ hasText: 'minutes per day' })
    .first()
  await expect(entry).toContainText(`${before} → ${after}`)
  await entry.press('Enter')
  await expect(page.getByRole('deletion').first()).toContainText(before)
  await expect(page.getByRole('insertion').first()).toContainText(after)
  await page.reload()
  await expect(page.getByLabel('What happened')).toHaveValue('update')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(/\/settings\/audit$/)
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveCount(50)
  await page.getByRole('button', { name: 'Show older' }).click()
  await expect(rows).toHaveCount(100)
})
