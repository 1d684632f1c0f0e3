import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { sentenceOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import type { Me } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { EmailField } from './email-field'
import { inviteMember } from './invite-member'
import { listMembers } from './list-members'
import { RoleSelect } from './role-select'
import { SponsorSelect } from './sponsor-select'

const schema = z.object({ email: z.email(t('form.email')), role: z.string(), sponsorId: z.string() })

export const InviteSheet = ({ me, onClose }: { me: Me; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const { data: members = [] } = useQuery(listMembers)
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '', role: 'rep', sponsorId: me.id },
  })
  const inviting = useMutation({
    mutationFn: ({ sponsorId, ...values }: z.infer<typeof schema>) =>
      inviteMember({ ...values, sponsorId: sponsorId || undefined }),
    onSuccess: (_, { email }) => {
      say(t('invitations.sent', { email }))
      onClose()
    },
    onError: (error) => showFieldErrors(error, form),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['identity', 'invitations'] }),
  })
  const { errors } = form.formState
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('invitations.title')}
      description={t('invitations.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="invite" busy={inviting.isPending}>
            {t('invitations.send')}
          </Button>
        </>
      }
    >
      <form
        id="invite"
        noValidate
        className="space-y-4"
        onSubmit={(event) => void form.handleSubmit((values) => inviting.mutate(values))(event)}
      >
        <EmailField {...form.register('email')} error={errors.email?.message} autoComplete="off" />
        <Field label={t('members.role')} error={errors.role?.message}>
          {(wiring) => (
            <Controller
              control={form.control}
              name="role"
              render={({ field }) => (
                <RoleSelect {...wiring} me={me} value={field.value} onChange={field.onChange} />
              )}
            />
          )}
        </Field>
        <Field label={t('members.sponsor')} hint={t('members.sponsorHint')} error={errors.sponsorId?.message}>
          {(wiring) => (
            <Controller
              control={form.control}
              name="sponsorId"
              render={({ field }) => (
                <SponsorSelect {...wiring} members={members} value={field.value} onChange={field.onChange} />
              )}
            />
          )}
        </Field>
        {inviting.error && Object.keys(errors).length === 0 && (
          <Notice tone="bad">{sentenceOf(inviting.error)}</Notice>
        )}
      </form>
    </Sheet>
  )
}
