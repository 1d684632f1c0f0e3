import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { say } from '@/components/toast'
import { Field } from '@/components/ui/field'
import { problemOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { changePassword } from './change-password'
import { listSessions } from './list-sessions'
import { newPassword } from './new-password'
import { PasswordInput } from './password-input'

const schema = z.object({ current: z.string().min(1, t('form.required')), new: newPassword })

/** Every other session ends with it. */
export const PasswordForm = ({ email }: { email: string }) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { current: '', new: '' } })
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      say(t('password.changed'))
      form.reset()
      void queryClient.invalidateQueries({ queryKey: listSessions.queryKey })
    },
    onError: (error) => showFieldErrors(error, form),
  })
  const { errors } = form.formState
  const atField = Object.keys(problemOf(change.error).errors ?? {}).length > 0
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => change.mutate(values))(event)}
    >
      {/* Password managers look for whose password it is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('password.current')} error={errors.current?.message}>
        {(wiring) => (
          <PasswordInput {...wiring} {...form.register('current')} autoComplete="current-password" />
        )}
      </Field>
      <Field label={t('password.new')} hint={t('setup.passwordHint')} error={errors.new?.message}>
        {(wiring) => <PasswordInput {...wiring} {...form.register('new')} autoComplete="new-password" />}
      </Field>
      <Attempt
        error={atField ? null : change.error}
        busy={change.isPending}
        label={t('password.change')}
        wide={false}
      />
    </form>
  )
}
