import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Webhook } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { EmptyState, ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { type HookSource, listHookSources } from '@/features/contacts/list-hook-sources'
import { revokeHookSource } from '@/features/contacts/revoke-hook-source'
import { t } from '@/lib/i18n/lazy/hooks'
import { HookRotate } from './hook-rotate'
import { HookRow } from './hook-row'

export const HookList = () => {
  const { data, error, isPending, refetch } = useQuery(listHookSources)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<{ source: HookSource; what: 'rotate' | 'revoke' } | null>(null)
  const revoking = useMutation({
    mutationFn: ({ id }: HookSource) => revokeHookSource(id),
    onSuccess: (_, { name }) => say(t('hooks.revokedNow', { name })),
    onError: sayError,
    onSettled: () => (setAsked(null), queryClient.invalidateQueries({ queryKey: listHookSources.queryKey })),
  })
  if (isPending)
    return (
      <Skeleton className="space-y-px">
        <Bone className="h-32 rounded-lg" />
        <Bone className="h-32 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0)
    return <EmptyState icon={<Webhook />} title={t('hooks.emptyTitle')} text={t('hooks.emptyText')} />
  return (
    <>
      <ul aria-label={t('hooks.title')} className="rounded-lg border border-line bg-surface">
        {data.map((source) => (
          <HookRow
            key={source.id}
            source={source}
            onRotate={() => setAsked({ source, what: 'rotate' })}
            onRevoke={() => setAsked({ source, what: 'revoke' })}
          />
        ))}
      </ul>
      {asked?.what === 'rotate' && <HookRotate source={asked.source} onClose={() => setAsked(null)} />}
      {asked?.what === 'revoke' && (
        <Confirm
          title={t('hooks.revokeTitle', { name: asked.source.name })}
          label={t('hooks.revoke')}
          busy={revoking.isPending}
          onConfirm={() => revoking.mutate(asked.source)}
          onClose={() => setAsked(null)}
        >
          {t('hooks.revokeText')}
        </Confirm>
      )}
    </>
  )
}
