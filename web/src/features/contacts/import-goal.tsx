import { Input, Select } from '@/components/ui/input'
import { useCan } from '@/lib/auth/session'
import { t as fieldsText } from '@/lib/i18n/lazy/fields'
import { t } from '@/lib/i18n/lazy/imports'
import { fieldKinds } from './custom-field'
import { type ColumnGoal, type ImportColumn, newField } from './import'

type Choice = { field: string; label: string }
type Props = {
  column: ImportColumn
  goal: ColumnGoal
  known: Choice[]
  own: Choice[]
  onChange: (goal: ColumnGoal) => void
}

const Options = ({ choices }: { choices: Choice[] }) =>
  choices.map(({ field, label }) => (
    <option key={field} value={field}>
      {label}
    </option>
  ))

/** Where one column goes. A new field is named as the column and of the kind that holds all of its cells. */
export const ImportGoal = ({ column, goal, known, own, onChange }: Props) => {
  const mayAdd = useCan('contacts.fields')
  const name = column.column
  const made = goal.field === newField ? (goal.new ?? { label: name, kind: column.guess }) : null
  return (
    <>
      <Select
        aria-label={t('import.goesToFor', { column: name })}
        value={goal.field}
        onChange={({ target }) =>
          onChange(
            target.value === newField
              ? { field: newField, new: { label: name.slice(0, 100), kind: column.guess } }
              : { field: target.value },
          )
        }
      >
        <option value="ignore">{t('field.ignore')}</option>
        {(mayAdd || made) && <option value={newField}>{t('import.newField')}</option>}
        {own.length > 0 && (
          <optgroup label={t('import.ownFields')}>
            <Options choices={own} />
          </optgroup>
        )}
        <optgroup label={t('import.columnFields')}>
          <Options choices={known} />
        </optgroup>
      </Select>
      {made && (
        <span className="mt-2 grid gap-2">
          <Input
            aria-label={t('import.newFieldFor', { column: name })}
            aria-invalid={!made.label.trim()}
            value={made.label}
            maxLength={100}
            onChange={({ target }) => onChange({ field: newField, new: { ...made, label: target.value } })}
          />
          <Select
            aria-label={t('import.newKindFor', { column: name })}
            value={made.kind}
            onChange={({ target }) => onChange({ field: newField, new: { ...made, kind: target.value } })}
          >
            {fieldKinds.map((kind) => (
              <option key={kind} value={kind}>
                {fieldsText(`fields.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </span>
      )}
    </>
  )
}
