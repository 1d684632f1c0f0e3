import { useQuery } from '@tanstack/react-query'
import { Avatar } from '@/components/avatar'
import { Ago } from '@/components/moment'
import { ErrorState } from '@/components/states'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/identity'
import { listMembers } from './list-members'
import { roleName } from './role-name'

export const MemberList = ({ ownId }: { ownId: string }) => {
  const { data, error, isPending, refetch } = useQuery(listMembers)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-14 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <ul className="rounded-lg border border-line bg-surface">
      {data.map((member) => (
        <li
          key={member.id}
          className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0"
        >
          <Avatar name={member.name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">
              {member.name}
              {member.id === ownId && (
                <span className="ml-1.5 font-normal text-text-3">({t('settings.you')})</span>
              )}
            </span>
            <span className="block truncate text-sm text-text-2">{member.email}</span>
          </span>
          <span className="text-right text-sm">
            <span className="block">{roleName(member.role)}</span>
            <span className="block text-xs text-text-3">
              {member.lastTouchAt ? (
                <>
                  {t('settings.lastActive')} <Ago at={member.lastTouchAt} />
                </>
              ) : (
                t('settings.noTouch')
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
