import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { ErrorState } from '@/components/states'
import { say, sayError, sayFailed } from '@/components/toast'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/api/problem'
import type { Me } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { disableMember } from './disable-member'
import { listMembers, type Member } from './list-members'
import { type MemberAction, MemberRow } from './member-row'
import { MemberSheet } from './member-sheet'
import { resetSecondFactor } from './reset-second-factor'
import { restoreMember } from './restore-member'

type Props = { me: Me; everybody: boolean; canManage: boolean }

export const MemberList = ({ me, everybody, canManage }: Props) => {
  const { data, error, isPending, refetch } = useQuery(listMembers)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<{ member: Member; action: MemberAction } | null>(null)
  const close = () => setAsked(null)
  const again = () => queryClient.invalidateQueries({ queryKey: ['identity'] })
  const ending = useMutation({
    mutationFn: ({ id }: Member) => disableMember(id),
    onSuccess: (_, { name }) => say(t('members.disabledNow', { name })),
    onError: sayError,
    onSettled: () => (close(), again()),
  })
  const returning = useMutation({
    mutationFn: ({ id }: Member) => restoreMember(id),
    onSuccess: (_, { name }) => say(t('members.restoredNow', { name })),
    onError: sayError,
    onSettled: again,
  })
  const resetting = useMutation({
    mutationFn: ({ id }: Member) => resetSecondFactor(id),
    onSuccess: (_, { name }) => say(t('members.resetNow', { name })),
    onError: (error, { name }) =>
      problemOf(error).code === 'identity.no-second-factor'
        ? sayFailed(t('members.resetNone', { name }))
        : sayError(error),
    onSettled: close,
  })
  if (isPending) return <MembersSkeleton />
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const act = (member: Member, action: MemberAction) =>
    action === 'restore' ? returning.mutate(member) : setAsked({ member, action })
  return (
    <>
      <ul aria-label={t('settings.members')} className="rounded-lg border border-line bg-surface">
        {data
          .filter(({ status }) => everybody || status === 'active')
          .map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              own={member.id === me.id}
              onAction={canManage ? (action) => act(member, action) : undefined}
            />
          ))}
      </ul>
      {asked?.action === 'disable' && (
        <Confirm
          title={t('members.disableTitle', { name: asked.member.name })}
          label={t('members.disable')}
          busy={ending.isPending}
          onConfirm={() => ending.mutate(asked.member)}
          onClose={close}
        >
          {t('members.disableText')}
        </Confirm>
      )}
      {asked?.action === 'reset' && (
        <Confirm
          title={t('members.resetTitle', { name: asked.member.name })}
          label={t('members.resetDo')}
          busy={resetting.isPending}
          onConfirm={() => resetting.mutate(asked.member)}
          onClose={close}
        >
          {t('members.resetText')}
        </Confirm>
      )}
      {asked?.action === 'change' && (
        <MemberSheet key={asked.member.id} member={asked.member} members={data} me={me} onClose={close} />
      )}
    </>
  )
}

const MembersSkeleton = () => (
  <Skeleton className="rounded-lg border border-line bg-surface">
    {Array.from({ length: 4 }, (_, row) => (
      <div key={row} className="flex h-16 items-center gap-3 border-t border-line px-4 first:border-t-0">
        <Bone className="size-9 rounded-full" />
        <Bone className="h-3.5 w-40" />
        <Bone className="ml-auto h-3.5 w-20" />
      </div>
    ))}
  </Skeleton>
)
