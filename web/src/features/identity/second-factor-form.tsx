import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { CodeInput } from './code-input'
import { PasskeySignIn } from './passkey-sign-in'
import type { PendingSignIn } from './sign-in'
import { signInWithSecondFactor } from './sign-in-with-second-factor'

const schema = z.object({ code: z.string().trim().min(1, t('form.required')) })

type Props = {
  pending: PendingSignIn
  invitation: string | undefined
  label: string
  onDone: () => void
  onBack: () => void
}

/** The second half of a sign-in. A challenge is good for five tries and five minutes: then it begins again. */
export const SecondFactorForm = ({ pending, invitation, label, onDone, onBack }: Props) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '' } })
  const entry = useMutation({ mutationFn: signInWithSecondFactor, onSuccess: onDone })
  const [lost, setLost] = useState(false)
  const { challenge, methods } = pending
  const recoverable = methods.includes('recovery-code')
  const busy = entry.isPending || entry.isSuccess
  const change = () => {
    setLost(!lost)
    entry.reset()
    form.reset()
  }
  return (
    <div className="space-y-4">
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) =>
          void form.handleSubmit(({ code }) => entry.mutate({ challenge, code, invitation }))(event)
        }
      >
        <Field
          // A new one each time, so that it takes the focus.
          key={String(lost)}
          label={t(lost ? 'secondFactor.recoveryCode' : 'secondFactor.code')}
          hint={t(
            lost ? 'secondFactor.recoveryHint' : recoverable ? 'secondFactor.hint' : 'secondFactor.lost',
          )}
          error={form.formState.errors.code?.message}
        >
          {(wiring) => (
            <CodeInput
              {...wiring}
              {...form.register('code')}
              digits={!lost}
              autoComplete={lost ? 'off' : 'one-time-code'}
              autoFocus
            />
          )}
        </Field>
        <Attempt
          error={entry.error}
          busy={busy}
          label={label}
          words={{
            'identity.wrong-code': t(lost ? 'secondFactor.wrongRecovery' : 'secondFactor.wrong'),
            'identity.challenge-spent': t('secondFactor.spent'),
          }}
        />
      </form>
      {methods.includes('passkey') && (
        <PasskeySignIn invitation={invitation} disabled={busy} onDone={onDone} />
      )}
      <div className="flex flex-col gap-1">
        {recoverable && (
          <Button kind="quiet" className="w-full" onClick={change}>
            {t(lost ? 'secondFactor.useApp' : 'secondFactor.useRecovery')}
          </Button>
        )}
        <Button kind="quiet" className="w-full" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </div>
    </div>
  )
}
