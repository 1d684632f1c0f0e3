import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { enter } from './enter'
import { enterAs, newcomer, type Person, typePassword } from './newcomer'

test.setTimeout(180_000)

const rowOf = (page: Page, { email }: Person) =>
  page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: email })

/** By keyboard alone, as everything here. */
const act = async (page: Page, person: Person, action: string) => {
  await rowOf(page, person)
    .getByRole('button', { name: `Actions for ${person.name}` })
    .press('Enter')
  await page.getByRole('menuitem', { name: action }).press('Enter')
}

test('a member gets another role, is disabled, and is let in again', async ({ page, browser }, info) => {
  const person = await newcomer(info.project.use.baseURL ?? '')
  const theirs = await (await browser.newContext({ baseURL: info.project.use.baseURL })).newPage()
  await enterAs(theirs, person)
  await theirs.goto('/settings/audit')
  await expect(theirs.getByRole('heading', { name: 'You may not see this' })).toBeVisible()

  await enter(page)
  await page.goto('/settings/members')
  await expect(rowOf(page, person)).toContainText('Rep')
  await act(page, person, 'Role and sponsor')
  const sheet = page.getByRole('dialog', { name: person.name })
  await expectAccessible(page, 'a role')
  await sheet.getByLabel('Role').selectOption('admin')
  await sheet.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText(`${person.name} is changed`)).toBeVisible()
  await expect(rowOf(page, person)).toContainText('Admin')
  await expect(rowOf(page, person).getByRole('button')).toBeFocused()
  // From their next click on.
  await theirs.reload()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  await expect(theirs.getByRole('main').getByRole('listitem').first()).toBeVisible()

  await act(page, person, 'Reset two-step sign-in')
  const resetting = page.getByRole('dialog', { name: `Reset the two-step sign-in of ${person.name}?` })
  await resetting.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(page.getByText(`${person.name} has no two-step sign-in to reset`)).toBeVisible()

  await act(page, person, 'Disable')
  const question = page.getByRole('dialog', { name: `Disable ${person.name}?` })
  await expectAccessible(page, 'disabling')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await question.getByRole('button', { name: 'Disable' }).press('Enter')
  await expect(page.getByText(`${person.name} is out of the workspace`)).toBeVisible()
  await expect(rowOf(page, person)).toHaveCount(0)
  await theirs.goto('/board')
  await theirs.waitForURL('**/sign-in**')
  await typePassword(theirs, person)
  await expect(theirs.getByRole('alert')).toContainText('You are in no workspace any more')
  await expectAccessible(theirs, 'in no workspace')

  await page.getByRole('radio', { name: 'Everybody' }).press('Enter')
  await expect(rowOf(page, person)).toContainText('Disabled')
  await expectAccessible(page, 'everybody')
  await act(page, person, 'Let in again')
  await expect(page.getByText(`${person.name} is in again`)).toBeVisible()
  await expect(rowOf(page, person)).toContainText('Admin')
  await enterAs(theirs, person)
})

test('the audit log is taken out as a file, with the filter that is set', async ({ page }) => {
  await enter(page)
  await page.goto('/settings/audit?module=identity&subject=roles')
  const shown = page.getByRole('main').getByRole('listitem')
  await expect(shown.first()).toBeVisible()
  await expectAccessible(page, 'the audit log')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).press('Enter')
  const download = await coming
  expect(download.suggestedFilename()).toBe('audit.csv')
  const [head, ...lines] = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  expect(head?.replace('\uFEFF', '')).toBe('at,module,member,action,subject,subject id,changes,request,key')
  expect(lines.length).toBeGreaterThanOrEqual(await shown.count())
  for (const line of lines) expect(line).toMatch(/^[^,]+,identity,[^,]*,[^,]+,roles,/)
  await expect(page.getByText('The log is in your downloads')).toBeVisible()
})
