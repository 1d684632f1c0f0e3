import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'
import { expectFits, loaded } from './fits'

test('people are chosen, tagged, moved through the gates, deleted, and all of it taken back', async ({
  page,
}, info) => {
  test.setTimeout(90_000)
  const heard = complaints(page)
  const wide = (page.viewportSize()?.width ?? 0) > 768
  const tag = `bulk ${info.project.name} ${Date.now() % 1_000_000}`
  const bar = page.getByRole('region', { name: 'What to do with the selected contacts' })
  const picture = async (name: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) })
    }
  }
  await enter(page)
  await page.goto('/contacts')
  await loaded(page)

  if (!wide) await page.getByRole('button', { name: 'Select', exact: true }).click()
  const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ })
  await boxes.nth(0).click()
  await expect(bar.getByRole('status')).toHaveText('1 selected')
  if (wide) {
    // From the keyboard too, and a range by the shift key.
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    await expect(bar.getByRole('status')).toHaveText('4 selected')
    await boxes.nth(3).press('Space')
  } else {
    await boxes.nth(1).click()
    await boxes.nth(2).click()
  }
  await expect(bar.getByRole('status')).toHaveText('3 selected')
  await expectAccessible(page, 'the selection')
  await expectFits(page, 'the selection')
  await picture('selection')

  await bar.getByRole('button', { name: 'Tag' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Add tags' }).click()
  await expect(sheet.getByRole('alert')).toBeVisible()
  await sheet.getByLabel('Tags', { exact: true }).fill(tag)
  await expectAccessible(page, 'the tags')
  await picture('tags')
  await sheet.getByRole('button', { name: 'Add tags' }).click()
  await expect(bar.getByRole('status')).toHaveText('3 contacts tagged')
  await expectAccessible(page, 'what came of it')
  await picture('tagged')

  // All of a filter, not only those shown.
  const filter = { all: [{ field: 'tags', op: 'anyOf', value: [tag] }] }
  await page.goto(`/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  await loaded(page)
  if (!wide) await page.getByRole('button', { name: 'Select', exact: true }).click()
  await boxes.nth(0).click()
  await bar.getByRole('button', { name: 'Select all 3' }).click()
  await boxes.nth(1).click()
  await expect(bar.getByRole('status')).toHaveText('2 selected')
  for (const [words, name] of [
    ['As a table (CSV)', 'contacts.csv'],
    ['As an address book (vCard)', 'contacts.vcf'],
  ] as const) {
    await bar.getByRole('button', { name: 'Export' }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: words }).click()
    expect((await file).suggestedFilename()).toBe(name)
    const text = readFileSync(await (await file).path(), 'utf8')
    expect(text.match(name.endsWith('csv') ? /\r\n(?=.)/g : /BEGIN:VCARD/g)).toHaveLength(2)
  }
  await bar.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 contacts deleted')
  await expect(page.locator('main a[href^="/contacts/"]')).toHaveCount(1)
  await bar.getByRole('button', { name: 'Undo' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 contacts are as before')
  await expect(page.locator('main a[href^="/contacts/"]')).toHaveCount(3)
  await bar.getByRole('button', { name: 'Dismiss' }).click()

  if (!wide) await page.getByRole('button', { name: 'Select', exact: true }).click()
  await boxes.nth(0).click()
  await bar.getByRole('button', { name: 'Select all 3' }).click()
  await bar.getByRole('button', { name: 'Move' }).click()
  await page.getByRole('dialog').getByLabel('To stage').selectOption('signedUp')
  await expectAccessible(page, 'the move')
  await picture('move')
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(bar.getByRole('status')).toContainText('could not be changed')
  await bar.getByRole('button', { name: 'See why' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText(/first|after|One step/)
  await expectAccessible(page, 'the refused')
  await picture('refused')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  // What was done before is listed, and can be taken back from there.
  await bar.getByRole('button', { name: 'Past changes' }).click()
  const past = page.getByRole('dialog', { name: 'Past changes' })
  const tagged = past.getByRole('listitem').filter({ hasText: tag })
  await expect(tagged).toContainText('3 contacts tagged')
  await expectAccessible(page, 'the past changes')
  await expectFits(page, 'the past changes')
  await picture('past')
  await tagged.getByRole('button', { name: /^Undo/ }).click()
  await expect(tagged).toContainText('3 contacts are as before')
  expect(heard).toEqual([])
})

test('a row that is held begins choosing', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) > 768, 'A mouse has check boxes.')
  await enter(page)
  await page.goto('/contacts')
  await loaded(page)
  const first = page.locator('main a[href^="/contacts/"]').first()
  const box = (await first.boundingBox())!
  const touch = await page.context().newCDPSession(page)
  const touchPoints = [{ x: box.x + 80, y: box.y + box.height / 2 }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await expect(page.getByRole('region', { name: 'What to do with the selected contacts' })).toContainText(
    '1 selected',
  )
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(page).toHaveURL(/\/contacts$/)
  await expect(page.getByRole('checkbox', { name: /^Select / }).first()).toBeChecked()
  // The click that lifting the finger makes goes nowhere for a moment; no finger is as fast as this program.
  await page.waitForTimeout(200)
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .tap()
  await expect(page.getByText('2 selected')).toBeVisible()
})

test('the move names the stages as the workspace does', async ({ page }) => {
  await enter(page)
  await page.route('**/api/v1/contacts/pipeline-settings', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.json()) as { data: { labels: Record<string, string> } }
    body.data.labels = { ...body.data.labels, relationship: 'Getting to know' }
    await route.fulfill({ response: answer, json: body })
  })
  await page.goto('/contacts')
  await loaded(page)
  if ((page.viewportSize()?.width ?? 0) <= 768)
    await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .click()
  const bar = page.getByRole('region', { name: 'What to do with the selected contacts' })
  await bar.getByRole('button', { name: 'Move' }).click()
  const stage = page.getByRole('dialog').getByLabel('To stage')
  await expect(stage.locator('option:checked')).toHaveText('Getting to know')
})
