import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { AxiosError } from 'axios'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { isStatus, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { PasswordInput } from './password-input'
import { signIn } from './sign-in'

const schema = z.object({
  email: z.email(t('form.email')),
  password: z.string().min(1, t('form.required')),
})

const refusal = (error: unknown) => {
  if (isStatus(error, 401)) return t('signIn.wrong')
  const wait = error instanceof AxiosError ? Number(error.response?.headers['retry-after']) : NaN
  return isStatus(error, 429) && wait > 0 ? t('signIn.tooMany', { seconds: wait }) : sentenceOf(error)
}

export const SignInForm = ({ onDone }: { onDone: () => void }) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } })
  const entry = useMutation({ mutationFn: signIn, onSuccess: onDone })
  const { errors } = form.formState
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
      {entry.isError && (
        <p role="alert" className="rounded-md border border-red-line bg-red-soft px-3 py-2 text-red">
          {refusal(entry.error)}
        </p>
      )}
      <Button kind="primary" type="submit" busy={entry.isPending} className="w-full">
        {t('signIn.start')}
      </Button>
    </form>
  )
}
