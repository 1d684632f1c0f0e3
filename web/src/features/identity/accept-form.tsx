import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/team'
import { acceptInvitation } from './accept-invitation'
import { Attempt } from './attempt'
import { newPassword } from './new-password'
import { PasswordInput } from './password-input'

const schema = z.object({
  name: z.string().trim().min(1, t('form.required')).max(120),
  password: newPassword,
})

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** For who has no account yet. */
export const AcceptForm = ({ token, email }: { token: string; email: string }) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '', password: '' } })
  const joining = useMutation({
    mutationFn: (values: z.infer<typeof schema>) => acceptInvitation({ token, timeZone, ...values }),
    onError: (error) => showFieldErrors(error, form),
  })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => joining.mutate(values))(event)}
    >
      <Field label={t('setup.email')} hint={t('settings.emailHint')}>
        {(wiring) => (
          <Input {...wiring} value={email} readOnly autoComplete="username" className="bg-sunken" />
        )}
      </Field>
      <Field label={t('setup.name')} error={errors.name?.message}>
        {(wiring) => <Input {...wiring} {...form.register('name')} autoComplete="name" autoFocus />}
      </Field>
      <Field label={t('setup.password')} hint={t('setup.passwordHint')} error={errors.password?.message}>
        {(wiring) => <PasswordInput {...wiring} {...form.register('password')} autoComplete="new-password" />}
      </Field>
      <Attempt
        error={Object.keys(errors).length > 0 ? null : joining.error}
        busy={joining.isPending || joining.isSuccess}
        label={t('accept.join')}
      />
    </form>
  )
}
