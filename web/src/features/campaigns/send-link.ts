import type { Schemas } from '@/lib/api/schemas'

export type SendLink = Schemas['Link']

/** The same link with the words as the rep has edited them. A call carries no words. */
export const withText = (link: SendLink, text: string): string => {
  const name = { whatsapp: 'text', sms: 'body', email: 'body', call: null, dm: null, other: null }[
    link.channel
  ]
  if (!name) return link.url
  // By hand, not with URL: sms: and mailto: want %20, where URLSearchParams writes a plus.
  const parameter = new RegExp(`([?&]${name}=)[^&]*`)
  const encoded = encodeURIComponent(text)
  if (parameter.test(link.url)) return link.url.replace(parameter, (_, start: string) => start + encoded)
  return `${link.url}${link.url.includes('?') ? '&' : '?'}${name}=${encoded}`
}

/** WhatsApp opens beside us; the phone's own apps (SMS, mail, dialler) are asked without leaving an empty tab behind. */
export const openLink = (link: SendLink, text: string) => {
  const url = withText(link, text)
  const anchor = document.createElement('a')
  anchor.href = url
  if (/^https:/.test(url)) {
    anchor.target = '_blank'
    anchor.rel = 'noopener noreferrer'
  }
  anchor.click()
}
