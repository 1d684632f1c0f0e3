import type { Card } from './contact'

type PhoneNumber = Card['phones'][number]

// What was typed or imported may hold a "?" or an "&", which would add a subject or a body to the message.
export const mailHref = (address: string) => `mailto:${encodeURIComponent(address).replace('%40', '@')}`

const dialled = ({ normalised, value }: PhoneNumber) =>
  encodeURIComponent(normalised ?? value).replaceAll('%2B', '+')

export const callHref = (phone: PhoneNumber) => `tel:${dialled(phone)}`
export const messageHref = (phone: PhoneNumber) => `sms:${dialled(phone)}`

const isMobile = ({ label }: PhoneNumber) => /mobile|cell|handy|iphone/i.test(label ?? '')
const isFax = ({ label }: PhoneNumber) => /fax/i.test(label ?? '')

/** The number to call or write to: the one labelled mobile, else the first that is no fax. */
export const bestPhone = (phones: readonly PhoneNumber[]): PhoneNumber | undefined => {
  const voices = phones.filter((phone) => !isFax(phone))
  return voices.find(isMobile) ?? voices[0]
}
