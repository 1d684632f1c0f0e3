import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'cell.keys': 'Enter saves, Esc leaves it',
  'cell.saving': 'Saving…',
  'cell.loading': 'Loading',
  'cell.editName': 'Edit the name of {name}',
  'cell.none': 'Not said',
  'cell.yes': 'Yes',
  'cell.no': 'No',
} as const

export const t = speaker({ ...en, ...messages })
