import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** Where the host of the demo puts its mails. */
export const mailFolder = join(process.env.Flowstate__DataDirectory ?? '', 'mail')

const mailsTo = (address: string, folder: string) => {
  try {
    return readdirSync(folder)
      .map((name) => ({
        text: readFileSync(join(folder, name), 'utf8'),
        at: statSync(join(folder, name)).mtimeMs,
      }))
      .filter(({ text }) => text.includes(`To: ${address}`) || text.includes(`To: <${address}>`))
      .sort((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

/** The path and secret of the newest link to `page` that was mailed to this address, and is another one than `before`. */
export const linkFor = async (address: string, page: string, folder = mailFolder, before = '') => {
  let link = ''
  const found = () => {
    for (const { text } of mailsTo(address, folder)) {
      // Long lines are folded with "=" at their ends.
      const whole = text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
      link = new RegExp(`/${page}#[\\w.-]+`).exec(whole)?.[0] ?? ''
      if (link && link !== before) return link
    }
    return ''
  }
  await expect.poll(found, { timeout: 30_000, message: `a mail to ${address}` }).not.toBe('')
  return link
}
