import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { CountrySelect } from '@/components/country-select'
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
import { updateWorkspace } from './update-workspace'

const schema = z.object({
  name: z.string().trim().min(1, t('form.required')).max(100),
  country: z.string(),
  timeZone: z.string(),
})

type Props = { workspace: Me['workspace']; readOnly: boolean }

export const WorkspaceForm = ({ workspace, readOnly }: Props) => {
  const { name, timeZone } = workspace
  const form = useForm({
    resolver: zodResolver(schema),
    values: { name, timeZone, country: workspace.country ?? '' },
  })
  const saving = useMutation({
    mutationFn: (values: z.infer<typeof schema>) =>
      updateWorkspace({ ...values, country: values.country || null }, workspace.version),
    onSuccess: () => say(t('action.saved')),
    onError: async (error) => {
      if (isStatus(error, 412)) {
        say(t('settings.stale'))
        await getMe()
      } else if (!showFieldErrors(error, form)) sayError(error)
    },
  })
  const { errors, isDirty } = form.formState
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((values) => saving.mutate(values))(event)}>
      <fieldset disabled={readOnly} className="space-y-4">
        <Field label={t('settings.workspaceName')} error={errors.name?.message}>
          {(wiring) => <Input {...wiring} {...form.register('name')} />}
        </Field>
        <Field label={t('settings.country')} hint={t('settings.countryHint')} error={errors.country?.message}>
          {(wiring) => <CountrySelect {...wiring} {...form.register('country')} />}
        </Field>
        <Field label={t('settings.timeZone')} error={errors.timeZone?.message}>
          {(wiring) => <TimeZoneSelect {...wiring} {...form.register('timeZone')} current={timeZone} />}
        </Field>
        {!readOnly && (
          <Button kind="primary" type="submit" busy={saving.isPending} aria-disabled={!isDirty}>
            {t('action.save')}
          </Button>
        )}
      </fieldset>
    </form>
  )
}
