import { zodResolver } from '@hookform/resolvers/zod'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Controller, useForm, type UseFormReturn } from 'react-hook-form'
import { CountrySelect } from '@/components/country-select'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { WarmthPicker } from '@/components/warmth'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { type ContactValues, contactValues } from './contact-values'
import { FieldInputs } from './field-inputs'
import { PointFields } from './point-fields'

type Props = {
  id: string
  start: ContactValues
  /** All fields at once, for editing; else the rest waits behind "More fields". */
  full?: boolean
  onSubmit: (values: ContactValues, form: UseFormReturn<ContactValues>) => void
  /** Stands below the ways to reach them, and may watch what is typed. */
  hint?: (form: UseFormReturn<ContactValues>) => ReactNode
  children?: ReactNode
}

export const ContactForm = ({ id, start, full, onSubmit, hint, children }: Props) => {
  const form = useForm<ContactValues>({ resolver: zodResolver(contactValues), defaultValues: start })
  const [open, setOpen] = useState(full ?? false)
  const { errors } = form.formState
  const text = (
    name:
      'lastName' | 'organisation' | 'title' | 'instagram' | 'whatsapp' | 'messenger' | 'linkedin' | 'tags',
    label: string,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} error={errors[name]?.message}>
      {(wiring) => <Input {...wiring} {...form.register(name)} autoComplete="off" />}
    </Field>
  )
  return (
    <form
      id={id}
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => onSubmit(values, form))(event)}
    >
      {children}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('contact.firstName')} error={errors.firstName?.message}>
          {(wiring) => <Input {...wiring} {...form.register('firstName')} autoFocus autoComplete="off" />}
        </Field>
        {text('lastName', t('contact.lastName'))}
      </div>
      <PointFields form={form} name="phones" />
      <PointFields form={form} name="emails" />
      {hint?.(form)}
      <Field label={t('contact.warmth')} hint={t('contact.warmthHint')}>
        {({ id: own }) => (
          <Controller
            control={form.control}
            name="warmth"
            render={({ field }) => <WarmthPicker id={own} value={field.value} onChange={field.onChange} />}
          />
        )}
      </Field>
      {!open && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="-ml-1 flex h-9 items-center gap-1 rounded-md px-1 font-medium text-text-2 hover:text-text touch:h-11"
        >
          <ChevronDown aria-hidden className="size-4" />
          {t('contact.more')}
        </button>
      )}
      <div className={cx('space-y-4', !open && 'hidden')}>
        <div className="grid grid-cols-2 gap-3">
          {text('organisation', t('contact.organisation'))}
          {text('title', t('contact.jobTitle'))}
          {text('instagram', t('contact.instagram'))}
          {text('whatsapp', t('contact.whatsapp'))}
          {text('messenger', t('contact.messenger'))}
          {text('linkedin', t('contact.linkedin'))}
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('contact.country')} error={errors.country?.message}>
            {(wiring) => <CountrySelect {...wiring} {...form.register('country')} current={start.country} />}
          </Field>
          {text('tags', t('contact.tags'), t('contact.tagsHint'))}
        </div>
        <Field label={t('contact.notes')} error={errors.notes?.message}>
          {(wiring) => <Textarea {...wiring} {...form.register('notes')} />}
        </Field>
        <FieldInputs form={form} />
      </div>
    </form>
  )
}
