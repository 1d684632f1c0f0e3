import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { CountrySelect } from '@/components/country-select'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { countryOfZone } from '@/lib/country-of-zone'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { EmailField } from './email-field'
import { newPassword } from './new-password'
import { PasswordInput } from './password-input'
import type { NewWorkspace } from './create-first-workspace'

const schema = z.object({
  workspaceName: z.string().trim().min(1, t('form.required')).max(100),
  name: z.string().trim().min(1, t('form.required')).max(100),
  email: z.email(t('form.email')),
  password: newPassword,
  country: z.string(),
})

export type SetUpValues = z.infer<typeof schema>

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const guess = countryOfZone(timeZone, navigator.language)

type Props = {
  found: (request: NewWorkspace) => Promise<void>
  label: string
  /** What was filled in before. */
  start?: SetUpValues
  onDone: (values: SetUpValues) => void
}

/** A person with a workspace of their own: the first of a server, or whoever signs up. */
export const SetUpForm = ({ found, label, start, onDone }: Props) => {
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: start ?? { workspaceName: '', name: '', email: '', password: '', country: guess },
  })
  const creation = useMutation({
    mutationFn: ({ country, ...values }: SetUpValues) =>
      found({ ...values, timeZone, country: country || undefined }),
    onSuccess: (_, values) => onDone(values),
    onError: (error) => showFieldErrors(error, form),
  })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => creation.mutate(values))(event)}
    >
      <Field
        label={t('setup.workspace')}
        hint={t('setup.workspaceHint')}
        error={errors.workspaceName?.message}
      >
        {(wiring) => (
          <Input
            {...wiring}
            {...form.register('workspaceName')}
            autoComplete="organization"
            autoFocus={!start}
          />
        )}
      </Field>
      <Field label={t('setup.name')} error={errors.name?.message}>
        {(wiring) => <Input {...wiring} {...form.register('name')} autoComplete="name" />}
      </Field>
      <EmailField {...form.register('email')} error={errors.email?.message} autoFocus={start !== undefined} />
      <Field label={t('setup.password')} hint={t('setup.passwordHint')} error={errors.password?.message}>
        {(wiring) => <PasswordInput {...wiring} {...form.register('password')} autoComplete="new-password" />}
      </Field>
      <Field label={t('settings.country')} hint={t('settings.countryHint')} error={errors.country?.message}>
        {(wiring) => <CountrySelect {...wiring} {...form.register('country')} current={guess} />}
      </Field>
      <Attempt
        error={Object.keys(errors).length > 0 ? null : creation.error}
        busy={creation.isPending}
        label={label}
      />
      <p className="text-center text-xs text-text-3">{t('setup.zone', { zone: timeZone })}</p>
    </form>
  )
}
