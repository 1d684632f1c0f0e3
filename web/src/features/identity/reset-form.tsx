import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Field } from '@/components/ui/field'
import { problemOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { newPassword } from './new-password'
import { PasswordInput } from './password-input'
import { resetPassword } from './reset-password'

const schema = z.object({ password: newPassword })

type Props = { token: string; onDone: () => void; onSpent: () => void }

export const ResetForm = ({ token, onDone, onSpent }: Props) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } })
  const reset = useMutation({
    mutationFn: ({ password }: z.infer<typeof schema>) => resetPassword({ token, password }),
    onSuccess: onDone,
    onError: (error) => {
      if (problemOf(error).code === 'identity.link-spent') onSpent()
      else showFieldErrors(error, form)
    },
  })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => reset.mutate(values))(event)}
    >
      <Field label={t('password.new')} hint={t('setup.passwordHint')} error={errors.password?.message}>
        {(wiring) => (
          <PasswordInput {...wiring} {...form.register('password')} autoComplete="new-password" autoFocus />
        )}
      </Field>
      <Attempt error={errors.password ? null : reset.error} busy={reset.isPending} label={t('reset.start')} />
    </form>
  )
}
