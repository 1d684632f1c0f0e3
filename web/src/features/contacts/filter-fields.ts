import { t } from '@/lib/i18n/lazy/views'
import { stageLabel, stages } from '@/lib/stages'
import type { CustomField, FieldKind } from './custom-field'
import type { Op } from './filter-tree'

export type FilterKind =
  'text' | 'code' | 'number' | 'moment' | 'day' | 'yesNo' | 'member' | 'tags' | 'options' | 'country'
type Choice = readonly [value: string, label: string]
export type FilterField = { name: string; label: string; kind: FilterKind; choices?: Choice[]; own?: true }
export type Person = { id: string; name: string }

const filled: Op[] = ['empty', 'notEmpty']
const dated: Op[] = ['moreThanDaysAgo', 'inLastDays', 'inNextDays', 'before', 'after', 'is', ...filled]
const listed: Op[] = ['contains', 'notContains', 'anyOf', ...filled]

export const opsOf: Record<FilterKind, Op[]> = {
  text: ['contains', 'notContains', 'is', 'isNot', 'anyOf', ...filled],
  code: ['is', 'isNot', 'anyOf', ...filled],
  country: ['is', 'isNot', ...filled],
  number: ['is', 'isNot', 'greater', 'less', ...filled],
  moment: dated,
  day: dated,
  yesNo: ['is', 'isNot', ...filled],
  member: ['is', 'isNot', 'anyOf'],
  tags: listed,
  options: listed,
}

const customKinds: Record<FieldKind, FilterKind> = {
  text: 'text',
  url: 'text',
  number: 'number',
  date: 'day',
  choice: 'code',
  multiChoice: 'options',
  yesNo: 'yesNo',
}

/** Everything a condition may name, the workspace's own fields at the end; a sensitive one is none of it. */
export const filterFields = (custom: CustomField[], people: Person[]): FilterField[] => [
  {
    name: 'stage',
    label: t('contacts.stage'),
    kind: 'code',
    choices: stages.map((stage) => [stage, stageLabel(stage)] as const),
  },
  { name: 'lastTouch', label: t('contacts.lastTouch'), kind: 'moment' },
  { name: 'nextTouch', label: t('filter.nextTouch'), kind: 'moment' },
  { name: 'nextFollowUp', label: t('filter.nextFollowUp'), kind: 'moment' },
  { name: 'warmth', label: t('contacts.warmth'), kind: 'number' },
  { name: 'tags', label: t('filter.tags'), kind: 'tags' },
  {
    name: 'owner',
    label: t('filter.owner'),
    kind: 'member',
    choices: [['me', t('filter.me')], ...people.map(({ id, name }) => [id, name] as const)],
  },
  { name: 'created', label: t('filter.created'), kind: 'moment' },
  { name: 'source', label: t('filter.source'), kind: 'text' },
  { name: 'country', label: t('filter.country'), kind: 'country' },
  { name: 'language', label: t('filter.language'), kind: 'text' },
  { name: 'name', label: t('filter.name'), kind: 'text' },
  { name: 'organisation', label: t('filter.organisation'), kind: 'text' },
  ...custom
    .filter(({ sensitive }) => !sensitive)
    .map((field): FilterField => ({
      name: `custom.${field.key}`,
      label: field.label,
      kind: customKinds[field.kind],
      own: true,
      ...(field.options.length > 0
        ? { choices: field.options.map(({ id, label }) => [id, label] as const) }
        : {}),
    })),
]
