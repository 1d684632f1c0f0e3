import { z } from 'zod'
import { t } from '@/lib/i18n/translate'
import type { Card, ContactDraft } from './contact'
import { type CustomField, sameText, textOf, valueOf } from './custom-field'

const point = z.object({ label: z.string().max(50), value: z.string().trim().max(200) })

/** What the form edits: everything a string, so that an empty field is an empty string. */
export const contactValues = z.object({
  firstName: z.string().trim().min(1, t('contact.needName')).max(100),
  lastName: z.string().trim().max(100),
  organisation: z.string().trim().max(200),
  title: z.string().trim().max(200),
  emails: z.array(
    point.refine(({ value }) => !value || z.email().safeParse(value).success, {
      path: ['value'],
      error: t('form.email'),
    }),
  ),
  phones: z.array(point),
  instagram: z.string().trim().max(100),
  whatsapp: z.string().trim().max(100),
  linkedin: z.string().trim().max(200),
  messenger: z.string().trim().max(100),
  country: z.string(),
  tags: z.string().max(1000),
  warmth: z.number(),
  notes: z.string().max(10_000),
  /** The workspace's own fields, by key. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

export type ContactValues = z.infer<typeof contactValues>

export const blankValues: ContactValues = {
  firstName: '',
  lastName: '',
  organisation: '',
  title: '',
  emails: [{ label: '', value: '' }],
  phones: [{ label: '', value: '' }],
  instagram: '',
  whatsapp: '',
  linkedin: '',
  messenger: '',
  country: '',
  tags: '',
  warmth: 0,
  notes: '',
  fields: {},
}

const points = (from: Card['emails']) =>
  from.length ? from.map(({ label, value }) => ({ label: label ?? '', value })) : [{ label: '', value: '' }]

export const valuesOf = (card: Card): ContactValues => ({
  firstName: card.firstName,
  lastName: card.lastName ?? '',
  organisation: card.organisation ?? '',
  title: card.title ?? '',
  emails: points(card.emails),
  phones: points(card.phones),
  instagram: card.handles?.instagram ?? '',
  whatsapp: card.handles?.whatsapp ?? '',
  linkedin: card.handles?.linkedin ?? '',
  messenger: card.handles?.messenger ?? '',
  country: card.country ?? '',
  tags: card.tags.join(', '),
  warmth: card.warmth,
  notes: card.notes ?? '',
  fields: Object.fromEntries(Object.entries(card.fields).map(([key, value]) => [key, textOf(value)])),
})

const orNull = (text: string) => text || null
const said = (from: ContactValues['emails']) =>
  from.filter(({ value }) => value).map(({ label, value }) => ({ label: orNull(label), value }))

/** Only those that were changed: the server keeps the others, among them what this member may not see. */
const changedFields = (values: ContactValues, fields: CustomField[], card?: Card) => {
  const before = card ? valuesOf(card).fields : {}
  const changed = fields.filter(
    ({ key }) => key in values.fields && !sameText(values.fields[key], before[key]),
  )
  return Object.fromEntries(
    changed.map((field) => [field.key, valueOf(field, values.fields[field.key] ?? '')]),
  )
}

/** The request; `card` gives back what this form does not edit, because PUT replaces the whole contact. */
export const draftOf = (values: ContactValues, fields: CustomField[], card?: Card): ContactDraft => ({
  firstName: values.firstName,
  lastName: orNull(values.lastName),
  organisation: orNull(values.organisation),
  title: orNull(values.title),
  emails: said(values.emails),
  phones: said(values.phones),
  handles: {
    instagram: orNull(values.instagram),
    whatsapp: orNull(values.whatsapp),
    linkedin: orNull(values.linkedin),
    messenger: orNull(values.messenger),
  },
  country: orNull(values.country),
  language: card?.language ?? null,
  timeZone: card?.timeZone ?? null,
  source: card ? card.source : 'manual',
  tags: values.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean),
  warmth: values.warmth,
  notes: orNull(values.notes),
  fields: changedFields(values, fields, card),
})
