import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/identity'
import { Attempt } from './attempt'
import { EmailField } from './email-field'
import { MailOnItsWay } from './mail-on-its-way'

const schema = z.object({ email: z.email(t('form.email')) })

type Props = { ask: (request: { email: string }) => Promise<void>; label: string; sent: string }

/** Asks for a mail. Whether anybody has the address is not told here: only the mail would. */
export const MailForm = ({ ask, label, sent }: Props) => {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '' } })
  const asking = useMutation({ mutationFn: ask, onError: (error) => showFieldErrors(error, form) })
  const { errors } = form.formState
  if (asking.isSuccess)
    return (
      <MailOnItsWay
        email={asking.variables.email}
        text={sent}
        again={() => ask(asking.variables)}
        onOther={asking.reset}
      />
    )
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => asking.mutate(values))(event)}
    >
      <EmailField {...form.register('email')} error={errors.email?.message} autoFocus />
      <Attempt error={errors.email ? null : asking.error} busy={asking.isPending} label={label} />
    </form>
  )
}
