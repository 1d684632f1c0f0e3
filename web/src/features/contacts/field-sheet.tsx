import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { isStatus, problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/fields'
import { createField } from './create-field'
import { type CustomField, type FieldKind, fieldKinds, isChoice } from './custom-field'
import { FieldOptions, noOption } from './field-options'
import { listFields } from './list-fields'
import { type OptionDraft, updateField } from './update-field'

type Props = { field?: CustomField; archiving?: boolean; onArchive?: () => void; onClose: () => void }

export const FieldSheet = ({ field, archiving, onArchive, onClose }: Props) => {
  const queryClient = useQueryClient()
  const [label, setLabel] = useState(field?.label ?? '')
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text')
  const [sensitive, setSensitive] = useState(false)
  const [options, setOptions] = useState<OptionDraft[]>(field?.options ?? [noOption, noOption])
  const [missing, setMissing] = useState(false)
  const said = options.filter((option) => option.label.trim())
  const saving = useMutation({
    mutationFn: () =>
      field
        ? updateField(field, { label, options: isChoice(kind) ? said : null })
        : createField({ label, kind, sensitive, options: isChoice(kind) ? said : null }),
    onSuccess: () => {
      say(field ? t('action.saved') : t('fields.created', { name: label.trim() }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: listFields.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!label.trim())
    if (label.trim()) saving.mutate()
  }
  const { errors, code } = problemOf(saving.error)
  const atName =
    errors?.label?.[0] ?? (code === 'contacts.field-exists' ? sentenceOf(saving.error) : undefined)
  const atOptions = errors?.options?.[0]
  return (
    <Sheet
      open
      onClose={onClose}
      title={field ? t('fields.edit', { name: field.label }) : t('fields.new')}
      description={field && t('fields.key', { key: field.key })}
      footer={
        <>
          {onArchive && (
            <Button
              kind="quiet"
              className="mr-auto"
              busy={archiving}
              icon={<Archive aria-hidden className="size-4" />}
              onClick={onArchive}
            >
              {t('fields.archive')}
            </Button>
          )}
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="field" busy={saving.isPending}>
            {field ? t('action.save') : t('fields.create')}
          </Button>
        </>
      }
    >
      <form id="field" noValidate className="space-y-5" onSubmit={submit}>
        <Field label={t('fields.label')} error={missing && !label.trim() ? t('form.required') : atName}>
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus={!field}
              value={label}
              maxLength={100}
              autoComplete="off"
              onChange={({ target }) => setLabel(target.value)}
            />
          )}
        </Field>
        <Field label={t('fields.kind')} hint={field ? undefined : t('fields.kindHint')}>
          {(wiring) => (
            <Select
              {...wiring}
              disabled={field !== undefined}
              value={kind}
              onChange={({ target }) => setKind(fieldKinds.find((each) => each === target.value) ?? 'text')}
            >
              {fieldKinds.map((each) => (
                <option key={each} value={each}>
                  {t(`fields.kind.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {isChoice(kind) && <FieldOptions options={options} error={atOptions} onChange={setOptions} />}
        {!field && (
          <label className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              checked={sensitive}
              onChange={({ target }) => setSensitive(target.checked)}
              className="mt-0.5 size-4 shrink-0 accent-[var(--accent)] touch:size-5"
            />
            <span>
              <span className="font-medium">{t('fields.sensitive')}</span>
              <span className="block text-sm text-text-2">{t('fields.sensitiveHint')}</span>
            </span>
          </label>
        )}
        {isStatus(saving.error, 412) ? (
          <Notice tone="warn">{t('settings.stale')}</Notice>
        ) : (
          saving.error && !atName && !atOptions && <Notice tone="bad">{sentenceOf(saving.error)}</Notice>
        )}
      </form>
    </Sheet>
  )
}
