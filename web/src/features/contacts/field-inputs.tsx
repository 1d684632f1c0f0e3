import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/fields'
import type { ContactValues } from './contact-values'
import type { CustomField } from './custom-field'
import { listFields } from './list-fields'

type Form = UseFormReturn<ContactValues>

/** One control for each of the workspace's own fields. */
export const FieldInputs = ({ form }: { form: Form }) => {
  const { data } = useQuery(listFields)
  const seesSensitive = useCan('contacts.sensitive')
  const fields = data?.filter(({ archived }) => !archived) ?? []
  if (fields.length === 0) return null
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="sr-only">{t('fields.heading')}</legend>
      {fields.map((field) =>
        field.sensitive && !seesSensitive ? (
          <p key={field.id} className="text-sm text-text-3">
            <Lock aria-hidden className="mr-1.5 inline size-3.5" />
            <span className="font-medium text-text-2">{field.label}</span>. {t('fields.mayNot')}
          </p>
        ) : (
          <FieldInput key={field.id} form={form} field={field} />
        ),
      )}
    </fieldset>
  )
}

const FieldInput = ({ form, field }: { form: Form; field: CustomField }) => {
  const name = `fields.${field.key}` as const
  const error = form.formState.errors.fields?.[field.key]?.message
  const { kind, label } = field
  if (kind === 'multiChoice') return <Ticks form={form} field={field} error={error} />
  return (
    <Field label={label} error={error}>
      {(wiring) =>
        kind === 'choice' || kind === 'yesNo' ? (
          <Select {...wiring} {...form.register(name)}>
            <option value="">{t('fields.none')}</option>
            {choicesOf(field, form.getValues(name)).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        ) : kind === 'text' ? (
          <Textarea {...wiring} {...form.register(name)} rows={1} className="min-h-9" />
        ) : (
          <Input
            {...wiring}
            {...form.register(name)}
            type={kind === 'date' ? 'date' : kind === 'url' ? 'url' : 'text'}
            inputMode={kind === 'number' ? 'decimal' : kind === 'url' ? 'url' : undefined}
            placeholder={kind === 'url' ? 'https://' : undefined}
            autoComplete="off"
          />
        )
      }
    </Field>
  )
}

/** What can be chosen, and what is chosen already though it no longer can be. */
const choicesOf = (field: CustomField, held: unknown): [string, string][] =>
  field.kind === 'yesNo'
    ? [
        ['true', t('fields.yes')],
        ['false', t('fields.no')],
      ]
    : field.options
        .filter(({ id, archived }) => !archived || id === held || (Array.isArray(held) && held.includes(id)))
        .map(({ id, label, archived }) => [
          id,
          archived ? t('fields.archivedOption', { name: label }) : label,
        ])

const Ticks = ({ form, field, error }: { form: Form; field: CustomField; error?: string }) => (
  <Controller
    control={form.control}
    name={`fields.${field.key}`}
    render={({ field: { value, onChange } }) => {
      const ticked = Array.isArray(value) ? value : []
      return (
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium text-text-2">{field.label}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {choicesOf(field, form.formState.defaultValues?.fields?.[field.key]).map(([id, words]) => (
              <label key={id} className="flex min-h-8 cursor-pointer items-center gap-2 touch:min-h-11">
                <input
                  type="checkbox"
                  checked={ticked.includes(id)}
                  onChange={() =>
                    onChange(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id])
                  }
                  className="size-4 accent-[var(--accent)] touch:size-5"
                />
                {words}
              </label>
            ))}
          </div>
          {error && (
            <p role="alert" className="mt-1.5 text-sm text-red">
              {error}
            </p>
          )}
        </fieldset>
      )
    }}
  />
)
