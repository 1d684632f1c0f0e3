import { t } from '@/lib/i18n/lazy/views'
import type { CustomField } from './custom-field'
import type { Sort } from './contact-place'

/** What is shown where nobody chose: fitted to the width, the least important going first. */
export const usualColumns = ['name', 'stage', 'warmth', 'reach', 'lastTouch', 'next']

const names: Record<string, string> = {
  name: t('contacts.name'),
  stage: t('contacts.stage'),
  warmth: t('contacts.warmth'),
  reach: t('contacts.reach'),
  lastTouch: t('contacts.lastTouch'),
  next: t('contacts.next'),
  organisation: t('filter.organisation'),
  title: t('columns.jobTitle'),
  owner: t('filter.owner'),
  tags: t('filter.tags'),
  country: t('filter.country'),
  language: t('filter.language'),
  source: t('filter.source'),
  created: t('filter.created'),
}

/** Everything that can be shown, in the order of the menu; a sensitive field is none of it. */
export const columnChoices = (fields: CustomField[]): [id: string, label: string][] => [
  ...Object.entries(names).filter(([id]) => id !== 'name'),
  ...fields
    .filter(({ archived, sensitive }) => !archived && !sensitive)
    .map(({ key, label }): [string, string] => [`custom.${key}`, label]),
]

export const columnLabel = (id: string, fields: CustomField[]) =>
  names[id] ?? fields.find(({ key }) => `custom.${key}` === id)?.label ?? id

/** The list tells these only when asked. */
const inExtras = ['title', 'tags', 'country', 'language', 'source']
export const needsExtras = (columns: string[] | undefined) =>
  columns?.some((id) => inExtras.includes(id) || id.startsWith('custom.')) ?? false

/** How a click on a column's head sorts: once, and once more. */
export const sortsOf: Record<string, [Sort, Sort]> = {
  name: ['name', '-name'],
  lastTouch: ['-lastTouch', 'lastTouch'],
  next: ['nextTouch', '-nextTouch'],
  created: ['-created', 'created'],
}
