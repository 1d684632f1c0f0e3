import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { complaints, enter } from './enter'
import { loaded } from './fits'

test('all that is known of a person is one file', async ({ page }) => {
  const heard = complaints(page)
  await enter(page)
  await page.goto('/contacts')
  await loaded(page)
  const first = page.locator('a[href^="/contacts/0"]').first()
  const id = (await first.getAttribute('href'))?.split('/').pop() ?? ''
  // By its address: on a phone the list has a button of the same words.
  await page.goto(`/contacts/${id}`)
  await loaded(page)

  await page.getByRole('button', { name: 'More' }).first().click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export what is known' }).click()
  const file = await saved

  expect(file.suggestedFilename()).toBe(`person-${id}.json`)
  const known = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(known.contacts.contacts[0].id).toBe(id)
  expect(known.contacts.log.length).toBeGreaterThan(0)
  expect(known.campaigns.recipient[0].contactId).toBe(id)
  expect(known.intelligence.subject[0].contactId).toBe(id)
  expect(heard).toEqual([])
})
