import { ArrowRight } from 'lucide-react'
import { Select } from '@/components/ui/input'
import { messages, t } from '@/lib/i18n/lazy/imports'
import { cx } from '@/lib/style'
import type { ImportColumn } from './import'

/** A field this version has no word for yet is shown as the server names it. */
const fieldLabel = (field: string) =>
  `field.${field}` in messages ? t(`field.${field}` as keyof typeof messages & `field.${string}`) : field

type Props = {
  columns: ImportColumn[]
  choices: string[]
  fields: Record<string, string>
  fixed: boolean
  onChange: (column: string, field: string) => void
}

export const ImportColumns = ({ columns, choices, fields, fixed, onChange }: Props) => {
  const options = choices.includes('ignore') ? choices : [...choices, 'ignore']
  return (
    <div role="table" className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
      <div
        role="row"
        className="hidden h-9 grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_20px_220px] items-center gap-4 border-b border-line px-4 text-xs font-medium text-text-3 md:grid"
      >
        <span role="columnheader">{t('import.column')}</span>
        <span role="columnheader">{t('import.samples')}</span>
        <span role="columnheader" aria-hidden />
        <span role="columnheader">{t('import.goesTo')}</span>
      </div>
      {columns.map(({ column, samples, field }) => {
        const chosen = fields[column] ?? field ?? 'ignore'
        const ignored = chosen === 'ignore'
        return (
          <div
            role="row"
            key={column}
            className="grid items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_20px_220px] md:[&:nth-child(2)]:border-t-0"
          >
            <span role="cell" className={cx('truncate font-medium', ignored && 'text-text-2')}>
              {column}
            </span>
            <span role="cell" className="truncate text-sm text-text-2">
              {samples.filter(Boolean).slice(0, 3).join(' · ') || (
                <i className="text-text-3">{t('import.noSamples')}</i>
              )}
            </span>
            <span role="cell" className="hidden md:block">
              <ArrowRight
                aria-hidden
                className={cx('size-4', ignored ? 'text-line-strong' : 'text-accent')}
              />
            </span>
            <span role="cell" className="max-md:mt-1">
              {fixed ? (
                fieldLabel(chosen)
              ) : (
                <Select
                  aria-label={t('import.goesToFor', { column })}
                  value={chosen}
                  onChange={(event) => onChange(column, event.target.value)}
                >
                  {options.map((option) => (
                    <option key={option} value={option}>
                      {fieldLabel(option)}
                    </option>
                  ))}
                </Select>
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}
