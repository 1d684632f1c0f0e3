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
  expect(heard).toEqual([])
})
