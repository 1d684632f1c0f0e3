import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'hint.title': 'Is it somebody you have?',
  'hint.open': 'Open {name}',
  'hint.reason.sameMail': 'same email',
  'hint.reason.samePhone': 'same phone',
  'hint.reason.sameName': 'same name',
  'hint.reason.similarName': 'similar name',
  'hint.reason.sameCompany': 'same company',
} as const

export const t = speaker({ ...en, ...messages })
