import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { enter } from './enter'

const club = (who: string) => `Name,E-mail,Shirt ${who},Dues ${who}
Kari ${who},kari.${who}@fjord.example,M,250
Ola ${who},ola.${who}@dal.example,L,"1 250,50"
Ida ${who},ida.${who}@vik.example,m,0
Per ${who},per.${who}@nord.example,L,99
Eva ${who},eva.${who}@nord.example,S,99
Tor ${who},tor.${who}@nord.example,S,99
`

test('columns become fields, and the next file of these columns fills them', async ({ page }, info) => {
  const who = `${info.project.name}${Date.now()}`
  const file = (text: string) => ({ name: 'club.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await enter(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(file(club(who)))

  await page.getByLabel(`Shirt ${who} goes to`, { exact: true }).selectOption('New field…')
  // Guessed from all the cells of the column.
  const kind = page.getByLabel(`Kind of the new field for Shirt ${who}`)
  await expect(kind).toHaveValue('choice')
  await page.getByLabel(`Dues ${who} goes to`, { exact: true }).selectOption('New field…')
  await expect(page.getByLabel(`Kind of the new field for Dues ${who}`)).toHaveValue('number')
  const name = page.getByLabel(`Name of the new field for Shirt ${who}`)
  await name.fill('')
  await expect(page.getByRole('button', { name: 'Check first' })).toBeDisabled()
  await name.fill(`Dues ${who}`)
  await expect(page.getByText('2 new fields are made when the import runs.')).toBeVisible()
  await expectAccessible(page, 'the columns')
  await page.getByRole('button', { name: 'Check first' }).click()
  await expect(page.getByRole('alert')).toContainText('Two columns go to one field')
  await name.fill(`Size ${who}`)
  await page.getByRole('button', { name: 'Check first' }).click()
  await page.getByRole('button', { name: 'Import 6 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Your people are in' })).toBeVisible()

  await page.goto(`/contacts?search=Ola ${who}`)
  await page.getByRole('link', { name: `Ola ${who}` }).click()
  if (info.project.name === 'phone') await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText(`Size ${who}`)).toBeVisible()
  await expect(page.getByText('1,250.5').or(page.getByText('1250.5'))).toBeVisible()

  // Remembered; and a cell that the field cannot hold is put right.
  await page.goto('/import')
  const more = `Name,E-mail,Shirt ${who},Dues ${who}\nLiv ${who},liv.${who}@nord.example,S,a lot\n`
  await page.locator('input[type=file]').setInputFiles(file(more))
  await expect(page.getByLabel(`Shirt ${who} goes to`)).toHaveValue(/^fields\.size_/)
  await page.getByRole('button', { name: 'Check first' }).click()
  await page.getByRole('button', { name: 'Put right row 1' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('alert')).toContainText(`Dues ${who}: “a lot” is not a number`)
  await sheet.getByLabel(`Dues ${who}`).fill('12')
  await sheet.getByRole('button', { name: 'Save row' }).click()
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(page.getByRole('heading', { name: 'Your people are in' })).toBeVisible()
})
