import { expect, test } from '@playwright/test'
import { enter } from './enter'

test('a key shows its secret once, works, and works no more once revoked', async ({
  page,
  request,
}, info) => {
  const name = `<b>till</b> ${info.project.name} ${Date.now()}`
  await enter(page)
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'New key' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Create key' }).click()
  await expect(sheet.getByText('Choose at least one thing')).toBeVisible()
  await sheet.getByLabel('Name', { exact: true }).fill(name)
  await sheet.getByLabel('See contacts, the board and the daily progress').check()
  // Rights over members and the platform stay with people: they are not offered.
  await expect(sheet.getByText('Change the workspace and its members')).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Create key' }).click()
  const secret = await sheet.getByLabel('The key').innerText()
  // Closed by accident it would be lost.
  await page.keyboard.press('Escape')
  await expect(sheet.getByRole('alert')).toContainText('You have not copied it')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await sheet.getByRole('button', { name: 'Copy key' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await sheet.getByRole('button', { name: 'I have kept it' }).click()
  await expect(page.getByRole('button', { name: 'New key' })).toBeFocused()

  const ask = () =>
    request.get('/api/v1/contacts?limit=1', { headers: { Authorization: `Bearer ${secret}` } })
  expect((await ask()).status()).toBe(200)
  const row = page.getByRole('listitem').filter({ hasText: name }).first()
  await expect(row).not.toContainText(secret)
  await row.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  expect((await ask()).status()).toBe(401)
})

test('a role of the workspace is made, read and deleted', async ({ page }, info) => {
  const name = `Coach ${info.project.name}`
  await enter(page)
  await page.goto('/settings/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('See contacts, the board and the daily progress').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  const row = page.getByRole('button', { name })
  await expect(row).toContainText('1 permission')
  await row.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Owner' }).click()
  await expect(page.getByRole('dialog')).toContainText('it cannot be changed')
  await expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(0)
})

test('the team tree is walked with the arrows', async ({ page }) => {
  await enter(page)
  await page.goto('/settings/team')
  const line = (name: string) => page.getByRole('treeitem').filter({ hasText: name })
  await line('Ana Lindqvist').focus()
  await page.keyboard.press('ArrowDown')
  await expect(line('Jonas Haugen')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(line('Jonas Haugen')).toHaveAttribute('aria-expanded', 'false')
  await expect(line('Mira Solberg')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(line('Mira Solberg')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(line('Jonas Haugen')).toBeFocused()
})
