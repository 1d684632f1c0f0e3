import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import type { PendingSignIn } from './sign-in'
import { signInWithSecondFactor } from './sign-in-with-second-factor'

const schema = z.object({ code: z.string().trim().min(1, t('form.required')) })

type Props = { pending: PendingSignIn; onDone: () => void; onBack: () => void }

/** The second half of a sign-in. A challenge is good for five tries and five minutes: then it begins again. */
export const SecondFactorForm = ({ pending, onDone, onBack }: Props) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '' } })
  const entry = useMutation({ mutationFn: signInWithSecondFactor, onSuccess: onDone })
  const recoverable = pending.methods.includes('recovery-code')
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) =>
        void form.handleSubmit(({ code }) => entry.mutate({ challenge: pending.challenge, code }))(event)
      }
    >
      <Field
        label={t('secondFactor.code')}
        hint={t(recoverable ? 'secondFactor.hintRecovery' : 'secondFactor.hint')}
        error={form.formState.errors.code?.message}
      >
        {(wiring) => (
          <Input
            {...wiring}
            {...form.register('code')}
            autoComplete="one-time-code"
            autoFocus
            spellCheck={false}
          />
        )}
      </Field>
      <Attempt
        error={entry.error}
        busy={entry.isPending}
        label={t('signIn.start')}
        words={{
          'identity.wrong-code': t('secondFactor.wrong'),
          'identity.challenge-spent': t('secondFactor.spent'),
        }}
      />
      <Button type="button" className="w-full" onClick={onBack}>
        {t('signIn.back')}
      </Button>
    </form>
  )
}
