import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '@/components/states'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { getLeaderboard } from '@/features/contacts/get-leaderboard'
import { t } from '@/lib/i18n/lazy/dmo'
import { cx } from '@/lib/style'

export const DmoTeam = () => {
  const { data, error, isPending, refetch } = useQuery(getLeaderboard)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-24 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <table className="w-full table-fixed text-left">
      <thead className="text-xs text-text-3">
        <tr>
          <th scope="col" className="w-9 pb-1.5 font-medium">
            <span className="sr-only">{t('dmo.place')}</span>
          </th>
          <th scope="col" className="pb-1.5 font-medium">
            {t('dmo.who')}
          </th>
          <th scope="col" className="w-18 pb-1.5 text-right font-medium">
            {t('today.invites')}
          </th>
          <th scope="col" className="w-20 pb-1.5 text-right font-medium">
            {t('today.followUps')}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.map((row) => (
          <tr key={row.memberId} className={cx('border-t border-line', row.me && 'font-semibold')}>
            <td className="num py-2 text-text-2">{row.place}</td>
            <th scope="row" className={cx('truncate py-2', row.me ? 'font-semibold' : 'font-normal')}>
              {row.name}
              {row.me && <span className="ml-1.5 font-normal text-text-2">({t('dmo.you')})</span>}
            </th>
            <td className="num py-2 text-right">{row.invites}</td>
            <td className="num py-2 text-right">{row.followUps}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
