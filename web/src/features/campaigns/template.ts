import type { Schemas } from '@/lib/api/schemas'

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
] as const satisfies Schemas['Purpose'][]

export type Purpose = Schemas['Purpose']

export const templateChannels = ['any', 'whatsapp', 'sms', 'email', 'dm'] as const

export const variables = ['firstName', 'name', 'organisation', 'myName', 'workspace'] as const

export type Template = Schemas['TemplateView']
export type TemplateDraft = Omit<Template, 'id' | 'version' | 'builtIn' | 'updatedAt'>

export const purposeKey = <P extends Purpose>(purpose: P) => `purpose.${purpose}` as const
