import { card } from './en/card'
import { contacts } from './en/contacts'
import { identity } from './en/identity'
import { shell } from './en/shell'
import { today } from './en/today'

/** Every sentence the app says, in English. `{n}` is filled in, `{n|one|many}` chooses the plural. */
export const en = { ...shell, ...identity, ...today, ...contacts, ...card } as const
