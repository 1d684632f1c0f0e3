import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { say } from '@/components/toast'
import { Field } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/security'
import { Attempt } from './attempt'
import { CodeInput } from './code-input'
import { PasswordAgain } from './password-again'
import { removeTotp } from './remove-totp'

/** Takes both factors: who sits down at an unlocked computer does not turn it off. */
export const RemoveTotpSheet = ({ email, onClose }: { email: string; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const form = useForm({ defaultValues: { password: '', code: '' } })
  const { errors } = form.formState
  const removing = useMutation({
    mutationFn: removeTotp,
    onSuccess: () => {
      say(t('totp.isOff'))
      onClose()
      return queryClient.invalidateQueries({ queryKey: ['identity'] })
    },
    onError: (error) => showFieldErrors(error, form),
  })
  const needed = { required: t('form.required') }
  return (
    <Sheet open onClose={onClose} title={t('totp.offTitle')} description={t('totp.offText')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => void form.handleSubmit((values) => removing.mutate(values))(event)}
      >
        <PasswordAgain
          email={email}
          error={errors.password?.message}
          field={form.register('password', needed)}
          autoFocus
        />
        <Field
          label={t('secondFactor.code')}
          hint={t('secondFactor.hintRecovery')}
          error={errors.code?.message}
        >
          {(wiring) => <CodeInput {...wiring} {...form.register('code', needed)} />}
        </Field>
        <Attempt
          error={Object.keys(errors).length > 0 ? null : removing.error}
          busy={removing.isPending}
          label={t('totp.turnOff')}
          words={{ 'identity.wrong-code': t('secondFactor.wrong') }}
          danger
          onCancel={onClose}
        />
      </form>
    </Sheet>
  )
}
