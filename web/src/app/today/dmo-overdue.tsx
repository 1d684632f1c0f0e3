import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '@/components/states'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { getTeamCounts } from '@/features/contacts/get-team-counts'
import { t } from '@/lib/i18n/lazy/dmo'

export const DmoOverdue = () => {
  const { data, error, isPending, refetch } = useQuery(getTeamCounts)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-12 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const waiting = data.filter(({ longOverdue }) => longOverdue > 0)
  if (waiting.length === 0) return <p className="text-sm text-text-2">{t('dmo.overdueNone')}</p>
  return (
    <ul>
      {waiting.map(({ memberId, name, longOverdue }) => (
        <li key={memberId} className="flex items-center gap-3 border-t border-line py-2 first:border-t-0">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <b className="num font-semibold text-amber">{longOverdue}</b>
        </li>
      ))}
    </ul>
  )
}
