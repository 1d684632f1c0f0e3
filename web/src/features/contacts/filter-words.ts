import { countryName } from '@/lib/countries'
import { t } from '@/lib/i18n/lazy/views'
import { longDate } from '@/lib/time/format'
import type { FilterField } from './filter-fields'
import { type Condition, type Group, isAny, isGroup, partsOf, takesNoValue } from './filter-tree'

/** A filter as a sentence: "Stage is Invited and Last touch more than 7 days ago". */
export const filterWords = (group: Group, fields: FilterField[]): string =>
  partsOf(group)
    .map((part) =>
      isGroup(part)
        ? partsOf(part).length > 1
          ? `(${filterWords(part, fields)})`
          : filterWords(part, fields)
        : conditionWords(part, fields),
    )
    .join(` ${isAny(group) ? t('filter.or') : t('filter.and')} `)

const conditionWords = ({ field: name, op, value }: Condition, fields: FilterField[]): string => {
  const field = fields.find((each) => each.name === name)
  const label = field?.label ?? t('filter.missing')
  if (takesNoValue(op)) return `${label} ${t(`filter.op.${op}`)}`
  if (op === 'moreThanDaysAgo') return `${label} ${t('filter.said.moreThanDaysAgo', { n: Number(value) })}`
  if (op === 'inLastDays') return `${label} ${t('filter.said.inLastDays', { n: Number(value) })}`
  if (op === 'inNextDays') return `${label} ${t('filter.said.inNextDays', { n: Number(value) })}`
  const said = Array.isArray(value)
    ? value.map((one) => valueWords(field, one)).join(', ')
    : valueWords(field, value)
  return `${label} ${t(`filter.op.${op}`)} ${said}`
}

const valueWords = (field: FilterField | undefined, value: unknown): string => {
  const text = String(value ?? '')
  const chosen = field?.choices?.find(([each]) => each === text)
  if (chosen) return chosen[1]
  if (field?.kind === 'yesNo') return value === true ? t('filter.yes') : t('filter.no')
  if (field?.kind === 'country') return countryName(text.toUpperCase())
  if (field?.kind === 'moment' || field?.kind === 'day') return longDate(text)
  return text
}
