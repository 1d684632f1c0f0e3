import { t } from '@/lib/i18n/lazy/fields'
import { safeUrl } from '@/lib/safe-url'
import { longDate } from '@/lib/time/format'
import { type CustomField, optionLabel } from './custom-field'

/** A value in words. */
export const fieldWords = (field: CustomField, value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((id) => optionLabel(field, String(id))).join(', ')
  if (field.kind === 'choice') return optionLabel(field, String(value))
  if (field.kind === 'yesNo') return String(value) === 'true' ? t('fields.yes') : t('fields.no')
  if (field.kind === 'date') return longDate(String(value))
  if (field.kind === 'number') return Number(value).toLocaleString('en', { maximumFractionDigits: 6 })
  return String(value)
}

export const FieldWords = ({ field, value }: { field: CustomField; value: unknown }) => {
  const words = fieldWords(field, value)
  const href = field.kind === 'url' ? safeUrl(words) : undefined
  return href ? (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      title={words}
      className="block truncate text-accent-strong hover:underline"
    >
      {words.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  ) : (
    <>{words}</>
  )
}
