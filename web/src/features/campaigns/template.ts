export const purposes = [
  'firstTouch',
  'reconnect',
  'invite',
  'qualify',
  'presentation',
  'videoCheckIn',
  'rebook',
  'followUp',
  'checkIn30',
  'noThanks',
  'onboarding',
  'general',
] as const

export type Purpose = (typeof purposes)[number]

export const templateChannels = ['any', 'whatsapp', 'sms', 'email', 'dm'] as const

export const variables = ['firstName', 'name', 'organisation', 'myName', 'workspace'] as const

export type TemplateDraft = {
  name: string
  purpose: Purpose
  channel: (typeof templateChannels)[number]
  subject: string | null
  body: string
  language: string
}

export type Template = TemplateDraft & { id: string; version: number; builtIn: boolean; updatedAt: string }

export const purposeKey = <P extends Purpose>(purpose: P) => `purpose.${purpose}` as const
