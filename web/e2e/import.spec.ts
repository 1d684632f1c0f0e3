import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { enter } from './enter'

const book = (who: string) => `Name,Company,E-mail,Phone
Kari ${who},Fjord AS,kari.${who}@fjord.example,+47 412 34 567
Ola ${who},,ola.${who}@dal.example,
Kari ${who},,KARI.${who}@fjord.example,+47 412 34 568
,Nobody AS,not a mail,
`

test('a file is checked, a row put right, imported and undone', async ({ page }, info) => {
  const who = `${info.project.name}${Date.now()}`
  await enter(page)
  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(book(who)) })
  await page.getByRole('button', { name: 'Check first' }).click()

  await expect(page.getByRole('heading', { name: 'This is what will happen' })).toBeVisible()
  await expectAccessible(page, 'the check')
  await expect(page.getByRole('button', { name: /^1\s*Refused/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Put right row 4' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('alert')).toContainText('“not a mail” is not a mail address')
  await expectAccessible(page, 'the row')
  await sheet.getByRole('button', { name: 'Save row' }).click()
  await expect(sheet.getByRole('alert')).toContainText('“not a mail” is not a mail address')
  await sheet.getByLabel('Name').fill(`Per ${who}`)
  await sheet.getByLabel('E-mail').fill(`per.${who}@nobody.example`)
  await sheet.getByRole('button', { name: 'Save row' }).click()
  await expect(page.getByText(`Per ${who} will come in too.`)).toBeVisible()
  await page.getByRole('button', { name: /^3\s*New/ }).click()
  await expect(page.getByRole('cell', { name: `Per ${who}` })).toBeVisible()

  // The choices of the check still stand when one goes back to look at them.
  await page.getByRole('button', { name: 'Back to columns' }).click()
  await page.getByLabel('People you have already').selectOption('Take what the file says')
  await page.getByRole('button', { name: 'Check first' }).click()
  await expect(page.getByRole('button', { name: /^3\s*New/ })).toBeVisible()
  await page.getByRole('button', { name: 'Import 3 rows' }).click()

  await expect(page.getByRole('heading', { name: 'Your people are in' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('dialog')).toContainText('3 new contacts will be deleted')
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('heading', { name: 'This import is undone' })).toBeVisible()
  await expect(page.getByText('3 new contacts were deleted')).toBeVisible()
  await expectAccessible(page, 'the undone import')
  await page.goto(`/contacts?search=${who}`)
  await expect(page.getByText(`Kari ${who}`)).toHaveCount(0)
})
