import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'keys.title': 'API keys',
  'keys.text': 'For your own programs. A key may do no more than you may, and only what you allow it.',
  'keys.new': 'New key',
  'keys.newText': 'Allow it as little as it needs.',
  'keys.name': 'Name',
  'keys.nameHint': 'Where it is used: you will want to know when you revoke it.',
  'keys.lives': 'Expires after',
  'keys.days': '{n} {n|day|days}',
  'keys.create': 'Create key',
  'keys.noScope': 'Choose at least one thing that it may do.',
  'keys.once': 'Copy it now: it is shown this once and cannot be shown again.',
  'keys.secret': 'The key',
  'keys.copy': 'Copy key',
  'keys.copied': 'Copied',
  'keys.kept': 'I have kept it',
  'keys.notKept': 'You have not copied it. Close once more to go on without.',
  'keys.how': 'Send it as “Authorization: Bearer” with each request.',
  'keys.used': 'Last used',
  'keys.unused': 'Not used yet',
  'keys.until': 'until {day}',
  'keys.may': 'May do {n} {n|thing|things}',
  'keys.revoked': 'Revoked',
  'keys.expired': 'Expired',
  'keys.revoke': 'Revoke',
  'keys.revokeTitle': 'Revoke {name}?',
  'keys.revokeText': 'Programs that use it are refused from now on. This cannot be undone.',
  'keys.revokedNow': '{name} is revoked',
  'keys.emptyTitle': 'No keys yet',
  'keys.emptyText': 'A program that works with your contacts needs one.',
} as const

export const t = speaker({ ...en, ...messages })
