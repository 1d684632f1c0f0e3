import { CountrySelect } from '@/components/country-select'
import { Input, Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/views'
import type { FilterField } from './filter-fields'
import { type Condition, takesDays, takesNoValue } from './filter-tree'

type Props = { field: FilterField; condition: Condition; onChange: (value: unknown) => void }

/** The control that fits what is compared, and how. */
export const FilterValue = ({ field, condition: { op, value }, onChange }: Props) => {
  if (takesNoValue(op)) return null
  const label = t('filter.value')
  const text = value === undefined || value === null ? '' : String(value)
  if (takesDays(op))
    return (
      <span className="flex items-center gap-2">
        <NumberInput label={label} value={value} whole onChange={onChange} />
        <span className="text-text-2">{t('filter.days')}</span>
      </span>
    )
  if (op === 'anyOf')
    return field.choices ? (
      <Ticks choices={field.choices} value={value} onChange={onChange} />
    ) : (
      <ListInput key={field.name} label={label} value={value} onChange={onChange} />
    )
  if (field.kind === 'country')
    return <CountrySelect aria-label={label} value={text} onChange={({ target }) => onChange(target.value)} />
  if (field.choices || field.kind === 'yesNo') {
    const choices =
      field.choices ??
      ([
        ['true', t('filter.yes')],
        ['false', t('filter.no')],
      ] as const)
    return (
      <Select
        aria-label={label}
        value={text}
        onChange={({ target }) =>
          onChange(field.kind === 'yesNo' && target.value ? target.value === 'true' : target.value)
        }
      >
        <option value="">–</option>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </Select>
    )
  }
  if (field.kind === 'number') return <NumberInput label={label} value={value} onChange={onChange} />
  const dated = field.kind === 'moment' || field.kind === 'day'
  return (
    <Input
      aria-label={label}
      type={dated ? 'date' : 'text'}
      maxLength={300}
      autoComplete="off"
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

type NumberProps = { label: string; value: unknown; whole?: boolean; onChange: (value: unknown) => void }

const NumberInput = ({ label, value, whole, onChange }: NumberProps) => (
  <Input
    aria-label={label}
    type="number"
    inputMode={whole ? 'numeric' : 'decimal'}
    min={whole ? 0 : undefined}
    step={whole ? 1 : 'any'}
    value={typeof value === 'number' ? value : ''}
    onChange={({ target }) => {
      const number = target.valueAsNumber
      onChange(Number.isNaN(number) ? undefined : whole ? Math.max(0, Math.trunc(number)) : number)
    }}
    className="num w-28!"
  />
)

type ListProps = { label: string; value: unknown; onChange: (value: unknown) => void }

const ListInput = ({ label, value, onChange }: ListProps) => (
  <Input
    aria-label={`${label}, ${t('filter.listHint')}`}
    placeholder={t('filter.listHint')}
    autoComplete="off"
    defaultValue={Array.isArray(value) ? value.join(', ') : ''}
    onChange={({ target }) =>
      onChange(
        target.value
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean)
          .slice(0, 50),
      )
    }
  />
)

type TicksProps = {
  choices: NonNullable<FilterField['choices']>
  value: unknown
  onChange: (value: unknown) => void
}

const Ticks = ({ choices, value, onChange }: TicksProps) => {
  const ticked: unknown[] = Array.isArray(value) ? value : []
  return (
    <span role="group" aria-label={t('filter.value')} className="flex flex-wrap gap-x-4 gap-y-1">
      {choices.map(([each, words]) => (
        <label key={each} className="flex min-h-8 cursor-pointer items-center gap-2 touch:min-h-11">
          <input
            type="checkbox"
            checked={ticked.includes(each)}
            onChange={() =>
              onChange(ticked.includes(each) ? ticked.filter((one) => one !== each) : [...ticked, each])
            }
            className="size-4 accent-[var(--accent)] touch:size-5"
          />
          {words}
        </label>
      ))}
    </span>
  )
}
