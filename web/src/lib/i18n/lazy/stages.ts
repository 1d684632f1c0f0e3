import { en } from '../en'
import { speaker } from '../translate'

export const messages = {
  'stages.title': 'Stages',
  'stages.text': 'What your team calls the stages, and what each gate asks for.',
  'stages.readOnly': 'Only those who may set the pipeline change this.',
  'stages.gates': 'What a gate does',
  'stages.strict': 'Strict',
  'stages.strictText': 'Nobody gets past without what it asks for.',
  'stages.advisory': 'Advisory',
  'stages.advisoryText': 'Lets them through, marks the move and says what was missing.',
  'stages.off': 'Off',
  'stages.offText': 'Asks for nothing.',
  'stages.nameOf': 'Name of {stage}',
  'stages.gateOf': 'Gate into {stage}',
  'stages.asEver': 'As ever: {stage}',
  'stages.beside': 'No gate: open from anywhere',
  'stages.start': 'Everybody starts here',
  'stages.wants.relationship': 'Asks for a logged touch',
  'stages.wants.invited': 'Asks for the invite',
  'stages.wants.qualified': 'Asks for all four answers',
  'stages.wants.presentationSent': 'Asks for the video or a meeting',
  'stages.wants.followUp': 'Asks for a completed follow-up',
  'stages.wants.signedUp': 'Asks that they joined or purchased',
  'stages.clash': 'No two stages may be called alike.',
  'day.title': 'Day',
  'day.text': 'What a day is to bring, and when nobody is to be disturbed.',
  'day.targets': 'Targets of a day',
  'day.invites': 'Invites',
  'day.followUps': 'Follow-ups',
  'day.range': '1 to 500',
  'day.quiet': 'Quiet hours',
  'day.quietText':
    'Follow-ups that date themselves keep out of these hours, by the contact’s own clock; without a time zone of theirs, by their owner’s. Leave both empty for none.',
  'day.from': 'From',
  'day.until': 'Until',
  'day.quietBoth': 'Say from when until when, or neither.',
} as const

export const t = speaker({ ...en, ...messages })
