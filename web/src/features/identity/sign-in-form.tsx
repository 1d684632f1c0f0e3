import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { PasswordInput } from './password-input'
import { SecondFactorForm } from './second-factor-form'
import { signIn } from './sign-in'

const schema = z.object({
  email: z.email(t('form.email')),
  password: z.string().min(1, t('form.required')),
})

type Props = { onDone: () => void; aside: ReactNode }

export const SignInForm = ({ onDone, aside }: Props) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } })
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: (pending) => {
      if (pending === null) onDone()
    },
  })
  const { errors } = form.formState
  if (entry.data) return <SecondFactorForm pending={entry.data} onDone={onDone} onBack={entry.reset} />
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => entry.mutate(values))(event)}
    >
      <Field label={t('setup.email')} error={errors.email?.message}>
        {(wiring) => (
          <Input
            {...wiring}
            {...form.register('email')}
            type="email"
            autoComplete="username"
            autoFocus
            inputMode="email"
          />
        )}
      </Field>
      <Field label={t('setup.password')} error={errors.password?.message}>
        {(wiring) => (
          <PasswordInput {...wiring} {...form.register('password')} autoComplete="current-password" />
        )}
      </Field>
      {aside}
      <Attempt
        error={entry.error}
        busy={entry.isPending}
        label={t('signIn.start')}
        words={{ 'identity.wrong-credentials': t('signIn.wrong') }}
      />
    </form>
  )
}
