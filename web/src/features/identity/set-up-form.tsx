import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { CountrySelect } from '@/components/country-select'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { sentenceOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { countryOfZone } from '@/lib/country-of-zone'
import { t } from '@/lib/i18n/translate'
import { PasswordInput } from './password-input'
import { createFirstWorkspace } from './create-first-workspace'

const schema = z.object({
  workspaceName: z.string().trim().min(1, t('form.required')).max(100),
  name: z.string().trim().min(1, t('form.required')).max(100),
  email: z.email(t('form.email')),
  password: z.string().min(10, t('setup.passwordShort')).max(200),
  country: z.string(),
})

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const guess = countryOfZone(timeZone, navigator.language)

export const SetUpForm = ({ onDone }: { onDone: () => void }) => {
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { workspaceName: '', name: '', email: '', password: '', country: guess },
  })
  const creation = useMutation({
    mutationFn: ({ country, ...values }: z.infer<typeof schema>) =>
      createFirstWorkspace({ ...values, timeZone, country: country || undefined }),
    onSuccess: onDone,
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
          <Input {...wiring} {...form.register('workspaceName')} autoComplete="organization" autoFocus />
        )}
      </Field>
      <Field label={t('setup.name')} error={errors.name?.message}>
        {(wiring) => <Input {...wiring} {...form.register('name')} autoComplete="name" />}
      </Field>
      <Field label={t('setup.email')} error={errors.email?.message}>
        {(wiring) => (
          <Input
            {...wiring}
            {...form.register('email')}
            type="email"
            autoComplete="username"
            inputMode="email"
          />
        )}
      </Field>
      <Field label={t('setup.password')} hint={t('setup.passwordHint')} error={errors.password?.message}>
        {(wiring) => <PasswordInput {...wiring} {...form.register('password')} autoComplete="new-password" />}
      </Field>
      <Field label={t('settings.country')} hint={t('settings.countryHint')} error={errors.country?.message}>
        {(wiring) => <CountrySelect {...wiring} {...form.register('country')} current={guess} />}
      </Field>
      {creation.isError && (
        <p role="alert" className="rounded-md border border-red-line bg-red-soft px-3 py-2 text-red">
          {sentenceOf(creation.error)}
        </p>
      )}
      <Button kind="primary" type="submit" busy={creation.isPending} className="w-full">
        {t('setup.start')}
      </Button>
      <p className="text-center text-xs text-text-3">{t('setup.zone', { zone: timeZone })}</p>
    </form>
  )
}
