import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'erase.title': 'Erase {name} for good?',
  'erase.text':
    'Everything about this person goes, here and in messages and suggestions: notes, touches, dates and what was sent. Nothing can bring it back. Do this when somebody asks to be forgotten; to put a contact away, delete it.',
  'erase.confirm': 'Erase for good',
  'erase.done': '{name} is erased',
} as const

export const t = speaker({ ...en, ...messages })
