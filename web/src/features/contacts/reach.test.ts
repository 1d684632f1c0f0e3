import { describe, expect, it } from 'vitest'
import { bestPhone, callHref, mailHref, messageHref } from './reach'

const phone = (label: string | null, value: string, normalised: string | null = null) => ({
  label,
  value,
  normalised,
})

describe('what a tap opens', () => {
  it('is an address and no more', () => {
    expect(mailHref('ana+news@example.com')).toBe('mailto:ana%2Bnews@example.com')
    expect(mailHref('ana@example.com?bcc=eve@evil.example')).not.toMatch(/[?&]/)
    expect(callHref(phone(null, '912 345', '+351912345'))).toBe('tel:+351912345')
    expect(messageHref(phone(null, '912?body=hello'))).toBe('sms:912%3Fbody%3Dhello')
  })

  it('takes the mobile first and never the fax', () => {
    const [fax, home, mobile] = [phone('Work Fax', '1'), phone('home', '2'), phone('Mobile', '3')]
    expect(bestPhone([fax, home, mobile])).toBe(mobile)
    expect(bestPhone([fax, home])).toBe(home)
    expect(bestPhone([phone(null, '4'), phone('cell', '5')])?.value).toBe('5')
    expect(bestPhone([fax])).toBeUndefined()
  })
})
