import { createHmac } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { complaints, enter } from './enter'

test('the rings open the week, the streak, the team and the questions, and an answer is kept', async ({
  page,
}) => {
  const heard = complaints(page)
  await enter(page)
  const rings = page.getByRole('button', { name: /streak/ })
  await rings.click()
  const sheet = page.getByRole('dialog', { name: 'Your method' })
  await expect(sheet.getByRole('heading', { name: 'Six weeks' })).toBeVisible()
  await expect(sheet.getByRole('listitem').filter({ hasText: /invite|still to come/ })).toHaveCount(42)
  await expect(sheet.getByRole('row', { name: /\(you\)/ })).toBeVisible()
  const question = sheet
    .getByRole('region', { name: 'Questions of the day' })
    .getByRole('button', { expanded: false })
  await question.first().click()
  const text = `Wrote to somebody at ${Date.now()}`
  await sheet.getByRole('textbox').fill(text)
  await sheet.getByRole('button', { name: 'Keep answer' }).click()
  await expect(sheet.getByText(text)).toBeVisible()
  await expectAccessible(page, 'the method', '[role=dialog]')
  await page.keyboard.press('Escape')
  await expect(rings).toBeFocused()
  await page.reload()
  await rings.click()
  await expect(page.getByText(text)).toBeVisible()
  expect(heard).toEqual([])
})

test('a row is skipped for the day with a reason, which its timeline keeps', async ({ page }) => {
  await enter(page)
  const row = page
    .getByRole('list', { name: /^Whom to contact now/ })
    .getByRole('listitem')
    .last()
  const name = (await row.getByRole('link').first().innerText()).trim()
  const card = await row.getByRole('link').first().getAttribute('href')
  await row.getByRole('button', { name: `Snooze ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Skip today…' }).click()
  const dialog = page.getByRole('dialog', { name: `Skip ${name} today?` })
  await dialog.getByLabel('Something else').check()
  await expectAccessible(page, 'the skip', '[role=dialog]')
  await dialog.getByRole('textbox').fill('Away with the family')
  await dialog.getByRole('button', { name: 'Skip today' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator(`main a[href="${card}"]`)).toHaveCount(0)
  await page.goto(card ?? '/contacts')
  await expect(page.getByRole('heading', { name })).toBeVisible()
  // On a phone the timeline has a tab of its own.
  const tab = page.getByRole('tab', { name: 'Timeline' })
  if (await tab.count()) await tab.click()
  await expect(page.getByText('Away with the family').first()).toBeVisible()
})

test('a stage that is called otherwise is so on the board, and two are never called alike', async ({
  page,
}) => {
  await enter(page)
  const rename = async (to: string) => {
    await page.goto('/settings/stages')
    await page.getByLabel('Name of Long-term nurture').fill(to)
  }
  const save = () => page.getByRole('button', { name: 'Save' }).click()
  await rename('Invited')
  await expect(page.getByRole('alert')).toContainText('No two stages')
  try {
    await rename('Someday')
    await save()
    await expect(page.getByText('Saved')).toBeVisible()
    await expectAccessible(page, 'stages', 'main')
    await page.goto('/board')
    // A column's head, or on a phone a line of its list of stages.
    await expect(page.getByText('Someday').first()).toBeAttached()
  } finally {
    await rename('')
    await save()
    await expect(page.getByText('Saved').first()).toBeVisible()
  }
})

test('a source shows its secret once, and what it signs arrives once', async ({ page, request }, info) => {
  const name = `<i>chat</i> ${info.project.name} ${Date.now()}`
  await enter(page)
  await page.goto('/settings/hooks')
  await page.getByRole('button', { name: 'New source' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create source' }).click()
  const sheet = page.getByRole('dialog')
  const secret = await sheet.getByLabel('Signing secret').innerText()
  await expectAccessible(page, 'the secret', '[role=dialog]')
  await page.keyboard.press('Escape')
  await expect(sheet.getByRole('alert')).toContainText('You have not copied it')
  await sheet.getByRole('button', { name: 'I have kept it' }).click()

  const row = page.getByRole('listitem').filter({ hasText: name })
  await expect(row).not.toContainText(secret)
  const address = await row.getByLabel(/^Address for Conversations/).innerText()
  const send = (key: string) => {
    const body = JSON.stringify({
      event_id: name,
      channel: 'ig',
      handle: `h${Date.now()}`,
      name: 'Hook Person',
    })
    const [id, time] = [`msg_${Date.now()}`, String(Math.floor(Date.now() / 1000))]
    const signature = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
      .update(`${id}.${time}.${body}`)
      .digest('base64')
    return request.post(address, {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': time,
        'webhook-signature': `v1,${signature}`,
      },
      data: body,
    })
  }
  const first = await (await send(secret)).json()
  expect(first.data.newContact).toBe(true)
  expect((await (await send(secret)).json()).data.duplicate).toBe(true)
  expect((await send(`whsec_${Buffer.alloc(32).toString('base64')}`)).status()).toBe(401)
  await page.goto(`/contacts/${first.data.contactId}`)
  await expect(page.getByRole('heading', { name: 'Hook Person' })).toBeVisible()

  await page.goto('/settings/hooks')
  await row.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText(`${name} is revoked`)).toBeVisible()
  await expect(row).toHaveCount(0)
  expect((await send(secret)).status()).toBe(401)
})
