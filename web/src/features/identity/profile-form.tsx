import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { TimeZoneSelect } from '@/components/time-zone-select'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { isStatus } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import type { Me } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/identity'
import { getMe } from './get-me'
import { signOut } from './sign-out'
import { updateMe } from './update-me'

const schema = z.object({
  name: z.string().trim().min(1, t('form.required')).max(100),
  timeZone: z.string(),
  minutesPerDay: z
    .number(t('settings.minutesRange'))
    .int()
    .min(5, t('settings.minutesRange'))
    .max(480, t('settings.minutesRange')),
})

type Profile = z.infer<typeof schema>

const profileOf = ({ name, timeZone, minutesPerDay }: Me): Profile => ({ name, timeZone, minutesPerDay })

export const ProfileForm = ({ me }: { me: Me }) => {
  const queryClient = useQueryClient()
  // What the form was filled from: the version that a save goes over.
  const [base, setBase] = useState(me)
  const form = useForm({ resolver: zodResolver(schema), defaultValues: profileOf(me) })

  /** Fills the form from what is saved now, but for what was typed since the form looked like `before`. */
  const fill = (saved: Me, before: Profile) => {
    const typed = form.getValues()
    form.reset(profileOf(saved))
    setBase(saved)
    for (const name of Object.keys(before) as (keyof Profile)[])
      if (typed[name] !== before[name]) form.setValue(name, typed[name], { shouldDirty: true })
  }
  const saving = useMutation({
    mutationFn: (profile: Profile) => updateMe(profile, base.version),
    onSuccess: (saved, sent) => {
      say(t('action.saved'))
      fill(saved, sent)
      // Days and due times are counted in the member's zone.
      void queryClient.invalidateQueries()
    },
    onError: async (error) => {
      if (isStatus(error, 412)) fill(await getMe(), profileOf(base))
      else if (!showFieldErrors(error, form)) sayError(error)
    },
  })
  const stale = isStatus(saving.error, 412)
  const { errors, isDirty } = form.formState
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => void form.handleSubmit((values) => saving.mutate(values))(event)}
    >
      <Field label={t('settings.name')} error={errors.name?.message}>
        {(wiring) => <Input {...wiring} {...form.register('name')} autoComplete="name" />}
      </Field>
      <Field label={t('settings.email')} hint={t('settings.emailHint')}>
        {(wiring) => <Input {...wiring} value={me.email} readOnly className="bg-sunken" />}
      </Field>
      <Field label={t('settings.timeZone')} error={errors.timeZone?.message}>
        {(wiring) => <TimeZoneSelect {...wiring} {...form.register('timeZone')} current={me.timeZone} />}
      </Field>
      <Field
        label={t('settings.minutes')}
        hint={t('settings.minutesHint')}
        error={errors.minutesPerDay?.message}
      >
        {(wiring) => (
          <Input
            {...wiring}
            {...form.register('minutesPerDay', { valueAsNumber: true })}
            type="number"
            min={5}
            max={480}
            className="max-w-32"
          />
        )}
      </Field>
      {stale && (
        <p role="alert" className="text-sm text-amber">
          {t('stale.kept')}
        </p>
      )}
      <div className="flex flex-wrap justify-between gap-2 pt-1">
        <Button kind="primary" type="submit" busy={saving.isPending} aria-disabled={!isDirty}>
          {t('action.save')}
        </Button>
        <Button kind="quiet" icon={<LogOut aria-hidden className="size-4" />} onClick={() => void signOut()}>
          {t('settings.signOut')}
        </Button>
      </div>
    </form>
  )
}
