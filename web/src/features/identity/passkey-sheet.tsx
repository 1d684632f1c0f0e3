import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { say } from '@/components/toast'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/lazy/security'
import { addPasskey } from './add-passkey'
import { Attempt } from './attempt'
import { deviceOf } from './device'
import { listPasskeys } from './list-passkeys'
import { passkeySentence } from './passkey-words'
import { PasswordAgain } from './password-again'

const thisDevice = () => {
  const { name, system } = deviceOf(navigator.userAgent)
  return name && system ? t('sessions.on', { browser: name, system }) : (system ?? '')
}

/** A name and the password here; then the device asks for a finger, a face or a PIN. */
export const PasskeySheet = ({ email, onClose }: { email: string; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const form = useForm({ defaultValues: { name: thisDevice(), password: '' } })
  const { errors } = form.formState
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: ({ name }) => {
      say(t('passkeys.addedNow', { name }))
      onClose()
      return queryClient.invalidateQueries({ queryKey: listPasskeys.queryKey })
    },
    onError: (error) => showFieldErrors(error, form),
  })
  const needed = { required: t('form.required') }
  return (
    <Sheet open onClose={onClose} title={t('passkeys.add')} description={t('passkeys.addText')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) =>
          void form.handleSubmit(({ name, password }) => adding.mutate({ name: name.trim(), password }))(
            event,
          )
        }
      >
        <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')} error={errors.name?.message}>
          {(wiring) => (
            <Input
              {...wiring}
              {...form.register('name', {
                validate: (name) => name.trim() !== '' || t('form.required'),
              })}
              maxLength={100}
              autoComplete="off"
            />
          )}
        </Field>
        <PasswordAgain
          email={email}
          error={errors.password?.message}
          field={form.register('password', needed)}
          autoFocus
        />
        <Attempt
          error={Object.keys(errors).length > 0 ? null : adding.error}
          busy={adding.isPending}
          label={t('passkeys.create')}
          sentence={passkeySentence}
          onCancel={onClose}
        />
      </form>
    </Sheet>
  )
}
