import { describe, expect, it } from 'vitest'
import { withText } from './send-link'

describe('a send link', () => {
  it('carries the edited words in WhatsApp', () => {
    const link = {
      channel: 'whatsapp',
      label: 'WhatsApp',
      url: 'https://wa.me/4791234567?text=Hi%20Mia',
    } as const
    expect(withText(link, 'Hei & hå?')).toBe('https://wa.me/4791234567?text=Hei%20%26%20h%C3%A5%3F')
  })

  it('keeps the subject of a mail', () => {
    const link = { channel: 'email', label: 'Mail', url: 'mailto:a@b.no?subject=Hi&body=Old' } as const
    expect(withText(link, 'New $1 words')).toBe('mailto:a@b.no?subject=Hi&body=New%20%241%20words')
  })

  it('adds words to a link that has none yet', () => {
    expect(withText({ channel: 'sms', label: 'SMS', url: 'sms:+4791234567' }, 'Hi')).toBe(
      'sms:+4791234567?body=Hi',
    )
  })

  it('leaves a call alone', () => {
    expect(withText({ channel: 'call', label: 'Call', url: 'tel:+4791234567' }, 'Hi')).toBe('tel:+4791234567')
  })
})
