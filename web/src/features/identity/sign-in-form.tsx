import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Field } from '@/components/ui/field'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { EmailField } from './email-field'
import { PasskeySignIn } from './passkey-sign-in'
import { PasswordInput } from './password-input'
import { SecondFactorForm } from './second-factor-form'
import { signIn } from './sign-in'

const schema = z.object({
  email: z.email(t('form.email')),
  password: z.string().min(1, t('form.required')),
})

type Props = {
  onDone: () => void
  /** The password was right, and a second factor is asked for; or no longer. */
  onSecondFactor?: (asked: boolean) => void
  aside: ReactNode
  label?: string
  /** Of an invitation's link, and whose it is: whoever signs in joins. */
  invitation?: { token: string; email: string }
}

export const SignInForm = ({
  onDone,
  onSecondFactor,
  aside,
  label = t('signIn.start'),
  invitation,
}: Props) => {
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: invitation?.email ?? '', password: '' },
  })
  const token = invitation?.token
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: (pending) => {
      if (pending === null) onDone()
      else onSecondFactor?.(true)
    },
  })
  const { errors } = form.formState
  const busy = entry.isPending || entry.isSuccess
  if (entry.data)
    return (
      <SecondFactorForm
        pending={entry.data}
        invitation={token}
        label={label}
        onDone={onDone}
        onBack={() => {
          entry.reset()
          onSecondFactor?.(false)
        }}
      />
    )
  return (
    <div className="space-y-4">
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) =>
          void form.handleSubmit((values) => entry.mutate({ ...values, invitation: token }))(event)
        }
      >
        <EmailField
          {...form.register('email')}
          error={errors.email?.message}
          autoFocus={!invitation}
          readOnly={invitation !== undefined}
          className={invitation && 'bg-sunken'}
        />
        <Field label={t('setup.password')} error={errors.password?.message}>
          {(wiring) => (
            <PasswordInput
              {...wiring}
              {...form.register('password')}
              autoComplete="current-password"
              autoFocus={invitation !== undefined}
            />
          )}
        </Field>
        {aside}
        <Attempt
          error={entry.error}
          busy={busy}
          label={label}
          words={{ 'identity.wrong-credentials': t('signIn.wrong') }}
        />
      </form>
      <PasskeySignIn invitation={token} disabled={busy} onDone={onDone} />
    </div>
  )
}
