import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'hooks.title': 'Inbound webhooks',
  'hooks.text':
    'Let chat tools and lead forms tell Flowstate of people. Each source signs with a secret of its own.',
  'hooks.new': 'New source',
  'hooks.newText': 'One for each program that sends, so that you can end it alone.',
  'hooks.name': 'Name',
  'hooks.nameHint': 'Such as ManyChat or Lead ads. People nobody knew become your contacts.',
  'hooks.create': 'Create source',
  'hooks.once': 'Copy it now: it is shown this once and cannot be shown again.',
  'hooks.secret': 'Signing secret',
  'hooks.copy': 'Copy secret',
  'hooks.copyExample': 'Copy example',
  'hooks.copyAddress': 'Copy address',
  'hooks.copied': 'Copied',
  'hooks.kept': 'I have kept it',
  'hooks.notKept': 'You have not copied it. Close once more to go on without.',
  'hooks.tryIt': 'Try it from a terminal',
  'hooks.tryText': 'It signs as Standard Webhooks say: HMAC-SHA256 over id, time and body.',
  'hooks.dm': 'Conversations',
  'hooks.lead': 'Lead forms',
  'hooks.addressOf': 'Address for {what} of {name}',
  'hooks.received': 'Last heard',
  'hooks.silent': 'Nothing heard in 30 days',
  'hooks.owner': 'new people go to {name}',
  'hooks.overlap': 'The old secret counts until {time}',
  'hooks.rotate': 'New secret',
  'hooks.rotateOf': 'New secret for {name}',
  'hooks.rotateText': 'The one in use counts for some time more, so that you can change the sender in peace.',
  'hooks.rotateFor': 'The old secret counts for',
  'hooks.rotateHours': '{n} {n|hour|hours}',
  'hooks.rotateNow': 'Not at all: others know it',
  'hooks.rotateDo': 'Make a new secret',
  'hooks.revoke': 'Revoke',
  'hooks.revokeOf': 'Revoke {name}',
  'hooks.revokeTitle': 'Revoke {name}?',
  'hooks.revokeText':
    'What it still sends is refused from now on. Contacts and facts it told of stay. This cannot be undone.',
  'hooks.revokedNow': '{name} is revoked',
  'hooks.emptyTitle': 'No sources yet',
  'hooks.emptyText':
    'Connect a chat tool or a lead form, and whoever writes to you is here at once, with the next step dated.',
} as const

export const t = speaker({ ...en, ...messages })
