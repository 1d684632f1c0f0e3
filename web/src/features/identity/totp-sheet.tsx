import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Field } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/security'
import { Attempt } from './attempt'
import { CodeInput } from './code-input'
import { CodesSheet } from './codes-sheet'
import { confirmTotp } from './confirm-totp'
import { PasswordAgain } from './password-again'
import { startTotp, type TotpSecret as Secret } from './start-totp'
import { TotpSecret } from './totp-secret'

type Props = { email: string; onClose: () => void }

/** Password, then the secret and its first code, then the recovery codes. */
export const TotpSheet = ({ email, onClose }: Props) => {
  const queryClient = useQueryClient()
  const starting = useMutation({ mutationFn: startTotp })
  const confirming = useMutation({
    mutationFn: confirmTotp,
    // Every other session has ended with it.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['identity'] }),
  })
  if (confirming.data)
    return (
      <CodesSheet
        codes={confirming.data.recoveryCodes}
        email={email}
        description={t('totp.isOn')}
        onClose={onClose}
      />
    )
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('totp.setUp')}
      description={t(starting.data ? 'totp.step2' : 'totp.step1')}
    >
      {starting.data ? (
        <Confirm
          secret={starting.data}
          error={confirming.error}
          busy={confirming.isPending}
          onCode={(code) => confirming.mutate({ code })}
          onClose={onClose}
        />
      ) : (
        <Begin email={email} starting={starting} onClose={onClose} />
      )}
    </Sheet>
  )
}

const password = z.object({ password: z.string().min(1, t('form.required')) })

type BeginProps = {
  email: string
  starting: UseMutationResult<Secret, Error, z.infer<typeof password>>
  onClose: () => void
}

const Begin = ({ email, starting, onClose }: BeginProps) => {
  const form = useForm({ resolver: zodResolver(password), defaultValues: { password: '' } })
  const { errors } = form.formState
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) =>
        void form.handleSubmit((values) =>
          starting.mutate(values, { onError: (error) => showFieldErrors(error, form) }),
        )(event)
      }
    >
      <PasswordAgain
        email={email}
        error={errors.password?.message}
        field={form.register('password')}
        autoFocus
      />
      <Attempt
        error={errors.password ? null : starting.error}
        busy={starting.isPending}
        label={t('totp.continue')}
        onCancel={onClose}
      />
    </form>
  )
}

const code = z.object({ code: z.string().trim().min(1, t('form.required')) })

type ConfirmProps = {
  secret: Secret
  error: unknown
  busy: boolean
  onCode: (code: string) => void
  onClose: () => void
}

const Confirm = ({ secret, error, busy, onCode, onClose }: ConfirmProps) => {
  const form = useForm({ resolver: zodResolver(code), defaultValues: { code: '' } })
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => void form.handleSubmit((values) => onCode(values.code))(event)}
    >
      <TotpSecret secret={secret} />
      <Field label={t('totp.code')} hint={t('secondFactor.hint')} error={form.formState.errors.code?.message}>
        {(wiring) => <CodeInput {...wiring} {...form.register('code')} digits />}
      </Field>
      <Attempt
        error={error}
        busy={busy}
        label={t('totp.turnOn')}
        words={{ 'identity.wrong-code': t('totp.wrong'), 'identity.nothing-to-confirm': t('totp.begun') }}
        onCancel={onClose}
      />
    </form>
  )
}
