import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { messages, t } from '@/lib/i18n/lazy/imports'
import { cx } from '@/lib/style'
import { listFields } from './list-fields'
import { type ColumnGoal, type ImportColumn, ownGoal } from './import'
import { ImportGoal } from './import-goal'

/** A field this version has no word for yet is shown as the server names it. */
const fieldLabel = (field: string) =>
  `field.${field}` in messages ? t(`field.${field}` as keyof typeof messages & `field.${string}`) : field

type Props = {
  columns: ImportColumn[]
  choices: string[]
  goals: Record<string, ColumnGoal>
  fixed: boolean
  onChange: (column: string, goal: ColumnGoal) => void
}

export const ImportColumns = ({ columns, choices, goals, fixed, onChange }: Props) => {
  const { data: fields } = useQuery(listFields)
  const known = choices.filter((choice) => choice !== 'ignore')
  const own = (fields ?? []).filter((field) => !field.archived && !field.sensitive)
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
      {columns.map((column) => {
        const { column: name, samples } = column
        const goal = goals[name] ?? { field: 'ignore' }
        const ignored = goal.field === 'ignore'
        // Until the fields are there, and if they cannot be had, what goes to one still says so.
        const missing =
          goal.field.startsWith('fields.') && !own.some(({ key }) => ownGoal(key) === goal.field)
        return (
          <div
            role="row"
            key={name}
            className="grid items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_20px_220px] md:[&:nth-child(2)]:border-t-0"
          >
            <span role="cell" className={cx('truncate font-medium', ignored && 'text-text-2')}>
              {name}
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
                fieldLabel(goal.field)
              ) : (
                <ImportGoal
                  column={column}
                  goal={goal}
                  known={[...known, ...(missing ? [goal.field] : [])].map((field) => ({
                    field,
                    label: fieldLabel(field),
                  }))}
                  own={own.map(({ key, label }) => ({ field: ownGoal(key), label }))}
                  onChange={(next) => onChange(name, next)}
                />
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}
