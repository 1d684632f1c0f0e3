import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail, X } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { Due } from '@/components/moment'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { t } from '@/lib/i18n/lazy/team'
import { isLate } from '@/lib/time/format'
import { type Invitation, listInvitations } from './list-invitations'
import { resendInvitation } from './resend-invitation'
import { roleName } from './role-name'
import { withdrawInvitation } from './withdraw-invitation'

/** Who was invited and has not come yet; without any, it takes no room. */
export const InvitationList = () => {
  const { data = [] } = useQuery(listInvitations)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Invitation | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: listInvitations.queryKey })
  const resending = useMutation({
    mutationFn: ({ id }: Invitation) => resendInvitation(id),
    onSuccess: (_, { email }) => say(t('invitations.sent', { email })),
    onError: sayError,
    onSettled: again,
  })
  const withdrawing = useMutation({
    mutationFn: ({ id }: Invitation) => withdrawInvitation(id),
    onSuccess: (_, { email }) => say(t('invitations.withdrawn', { email })),
    onError: sayError,
    onSettled: () => (setAsked(null), again()),
  })
  if (data.length === 0) return null
  return (
    <section aria-labelledby="invited" className="mt-8">
      <h3 id="invited" className="mb-2 font-semibold">
        {t('invitations.waiting')}
      </h3>
      <ul className="rounded-lg border border-line bg-surface">
        {data.map((each) => (
          <li
            key={each.id}
            className="flex items-center gap-3 border-t border-line py-3 pr-2 pl-4 first:border-t-0"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-full bg-line text-text-2">
              <Mail aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{each.email}</span>
              <span className="block text-sm text-text-2">
                {roleName(each.role)} ·{' '}
                {isLate(each.expiresAt) ? (
                  <span className="text-amber">{t('invitations.expired')}</span>
                ) : (
                  <>
                    {t('invitations.until')} <Due at={each.expiresAt} />
                  </>
                )}
              </span>
            </span>
            <Button
              size="small"
              busy={resending.isPending && resending.variables.id === each.id}
              onClick={() => resending.mutate(each)}
              aria-label={`${t('invitations.resend')}: ${each.email}`}
            >
              {t('invitations.resend')}
            </Button>
            <IconButton
              label={t('invitations.withdrawOf', { email: each.email })}
              onClick={() => setAsked(each)}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={t('invitations.withdrawTitle', { email: asked.email })}
          label={t('invitations.withdraw')}
          busy={withdrawing.isPending}
          onConfirm={() => withdrawing.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {t('invitations.withdrawText')}
        </Confirm>
      )}
    </section>
  )
}
