import { Input, Select } from '@/components/ui/input'
import { CountrySelect } from '@/components/country-select'
import { t } from '@/lib/i18n/lazy/cells'
import type { CellDraft } from './cell-values'
import type { CustomField } from './custom-field'

type Props = {
  column: string
  label: string
  field?: CustomField
  draft: CellDraft
  busy: boolean
  error?: string
  onChange: (part: CellDraft) => void
}

type Choice = readonly [value: string, words: string]

/** What a cell can be set to, where it is one of a few. */
const choicesOf = (column: string, held: unknown, field?: CustomField): Choice[] | null => {
  if (column === 'warmth')
    return ['0', '1', '2', '3', '4', '5'].map((n) => [
      n,
      n === '0' ? t('cell.none') : t('warmth.value', { n }),
    ])
  if (field?.kind === 'yesNo')
    return [
      ['', t('cell.none')],
      ['true', t('cell.yes')],
      ['false', t('cell.no')],
    ]
  if (field?.kind === 'choice')
    return [
      ['', t('cell.none')],
      ...field.options
        .filter(({ id, archived }) => !archived || id === held)
        .map(({ id, label }): Choice => [id, label]),
    ]
  return null
}

const types = { date: 'date', url: 'url' } as const

export const CellInput = ({ column, label, field, draft, busy, error, onChange }: Props) => {
  const wiring = {
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? 'cell-error' : undefined,
    'aria-busy': busy,
  }
  const value = draft.value ?? ''
  if (column === 'name')
    return (
      <div className="grid grid-cols-2 gap-1">
        {(['firstName', 'lastName'] as const).map((part, at) => (
          <Input
            key={part}
            {...wiring}
            aria-label={t(`contact.${part}`)}
            placeholder={t(`contact.${part}`)}
            value={String(draft[part] ?? '')}
            readOnly={busy}
            autoFocus={at === 0}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => onChange({ [part]: target.value })}
          />
        ))}
      </div>
    )
  if (Array.isArray(value))
    return (
      <fieldset className="max-h-60 overflow-y-auto p-1">
        <legend className="sr-only">{label}</legend>
        {field?.options
          .filter(({ id, archived }) => !archived || value.includes(id))
          .map((option, at) => (
            <label key={option.id} className="flex min-h-8 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                autoFocus={at === 0}
                checked={value.includes(option.id)}
                onChange={() =>
                  onChange({
                    value: value.includes(option.id)
                      ? value.filter((each) => each !== option.id)
                      : [...value, option.id],
                  })
                }
                className="size-4 accent-[var(--accent)]"
              />
              {option.label}
            </label>
          ))}
      </fieldset>
    )
  const change = (next: string) => onChange({ value: next })
  if (column === 'country')
    return (
      <CountrySelect
        {...wiring}
        aria-label={label}
        autoFocus
        value={value}
        current={value}
        onChange={({ target }) => change(target.value)}
      />
    )
  const choices = choicesOf(column, value, field)
  return choices ? (
    <Select
      {...wiring}
      aria-label={label}
      autoFocus
      value={value}
      onChange={({ target }) => change(target.value)}
    >
      {choices.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </Select>
  ) : (
    <Input
      {...wiring}
      aria-label={label}
      type={types[field?.kind as keyof typeof types] ?? 'text'}
      inputMode={field?.kind === 'number' ? 'decimal' : undefined}
      value={value}
      readOnly={busy}
      autoFocus
      autoComplete="off"
      onFocus={({ target }) => target.type === 'text' && target.select()}
      onChange={({ target }) => change(target.value)}
    />
  )
}
