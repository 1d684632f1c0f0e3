import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/identity'
import { endOtherSessions } from './end-other-sessions'
import { endSessionOf } from './end-session'
import { listSessions, type OwnSession } from './list-sessions'
import { deviceName, SessionRow } from './session-row'

/** Where one is signed in. Ending one, or all but this one, cannot be taken back: it is asked first. */
export const SessionList = () => {
  const { data, error, isPending, refetch } = useQuery(listSessions)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<OwnSession | 'others' | null>(null)
  const ending = useMutation({
    mutationFn: (which: OwnSession | 'others') =>
      which === 'others' ? endOtherSessions() : endSessionOf(which.id),
    onSuccess: (_, which) =>
      say(
        which === 'others' ? t('sessions.othersEnded') : t('sessions.ended', { device: deviceName(which) }),
      ),
    onError: sayError,
    onSettled: () => {
      setAsked(null)
      return queryClient.invalidateQueries({ queryKey: listSessions.queryKey })
    },
  })
  if (isPending)
    return (
      <Skeleton className="space-y-px">
        <Bone className="h-[72px] rounded-lg" />
        <Bone className="h-[72px] rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const sessions = [...data].sort((a, b) => Number(b.current) - Number(a.current))
  const others = sessions.filter(({ current }) => !current).length
  return (
    <>
      <ul className="rounded-lg border border-line bg-surface">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => setAsked(session)} />
        ))}
      </ul>
      {others === 0 ? (
        <p className="mt-3 text-sm text-text-3">{t('sessions.onlyHere')}</p>
      ) : (
        <Button kind="danger" className="mt-3" onClick={() => setAsked('others')}>
          {t('sessions.endOthers')}
        </Button>
      )}
      {asked && (
        <Confirm
          title={
            asked === 'others'
              ? t('sessions.endOthersTitle')
              : t('sessions.endTitle', { device: deviceName(asked) })
          }
          label={asked === 'others' ? t('sessions.endOthersDo', { n: others }) : t('sessions.endDo')}
          busy={ending.isPending}
          onConfirm={() => ending.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {asked === 'others' ? t('sessions.endOthersText') : t('sessions.endText')}
        </Confirm>
      )}
    </>
  )
}
