import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { EmptyState, ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/keys'
import { KeyRow } from './key-row'
import { type ApiKey, listApiKeys } from './list-api-keys'
import { listPermissions } from './list-permissions'
import { revokeApiKey } from './revoke-api-key'

export const KeyList = ({ ownId }: { ownId: string }) => {
  const { data, error, isPending, refetch } = useQuery(listApiKeys)
  const { data: permissions = [] } = useQuery(listPermissions)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<ApiKey | null>(null)
  const revoking = useMutation({
    mutationFn: ({ id }: ApiKey) => revokeApiKey(id),
    onSuccess: (_, { name }) => say(t('keys.revokedNow', { name })),
    onError: sayError,
    onSettled: () => (setAsked(null), queryClient.invalidateQueries({ queryKey: listApiKeys.queryKey })),
  })
  if (isPending)
    return (
      <Skeleton className="space-y-px">
        <Bone className="h-28 rounded-lg" />
        <Bone className="h-28 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0)
    return <EmptyState icon={<KeyRound />} title={t('keys.emptyTitle')} text={t('keys.emptyText')} />
  const meaningOf = (scope: string) => permissions.find(({ name }) => name === scope)?.meaning || scope
  return (
    <>
      <ul aria-label={t('keys.title')} className="rounded-lg border border-line bg-surface">
        {data.map((each) => (
          <KeyRow
            key={each.id}
            apiKey={each}
            own={each.ownerId === ownId}
            meaningOf={meaningOf}
            onRevoke={() => setAsked(each)}
          />
        ))}
      </ul>
      {asked && (
        <Confirm
          title={t('keys.revokeTitle', { name: asked.name })}
          label={t('keys.revoke')}
          busy={revoking.isPending}
          onConfirm={() => revoking.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {t('keys.revokeText')}
        </Confirm>
      )}
    </>
  )
}
