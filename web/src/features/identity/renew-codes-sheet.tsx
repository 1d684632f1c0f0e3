import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/security'
import { Attempt } from './attempt'
import { CodeInput } from './code-input'
import { CodesSheet } from './codes-sheet'
import { getSecondFactor } from './get-second-factor'
import { renewRecoveryCodes } from './renew-recovery-codes'

/** A new list for a code; the one before opens nothing more. */
export const RenewCodesSheet = ({ email, onClose }: { email: string; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const form = useForm({ defaultValues: { code: '' } })
  const renewing = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: getSecondFactor.queryKey }),
  })
  if (renewing.data)
    return (
      <CodesSheet
        codes={renewing.data.recoveryCodes}
        email={email}
        description={t('codes.renewed')}
        onClose={onClose}
      />
    )
  return (
    <Sheet open onClose={onClose} title={t('codes.renewTitle')} description={t('codes.renewText')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => void form.handleSubmit((values) => renewing.mutate(values))(event)}
      >
        <Field
          label={t('secondFactor.code')}
          hint={t('secondFactor.hintRecovery')}
          error={form.formState.errors.code?.message}
        >
          {(wiring) => (
            <CodeInput {...wiring} {...form.register('code', { required: t('form.required') })} autoFocus />
          )}
        </Field>
        <Attempt
          error={renewing.error}
          busy={renewing.isPending}
          label={t('codes.renew')}
          words={{ 'identity.wrong-code': t('secondFactor.wrong') }}
          onCancel={onClose}
        />
      </form>
    </Sheet>
  )
}
