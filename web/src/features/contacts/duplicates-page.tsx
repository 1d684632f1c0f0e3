import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/duplicates'
import type { DuplicatePair } from './duplicate'
import { DuplicateRow } from './duplicate-row'
import { listDuplicates } from './list-duplicates'
import { MergeSheet } from './merge-sheet'
import { MergedLately } from './merged-lately'

export const DuplicatesPage = () => {
  const can = useCan('contacts.read')
  const canWrite = useCan('contacts.write')
  const list = useInfiniteQuery({ ...listDuplicates, enabled: can })
  const [merging, setMerging] = useState<DuplicatePair | null>(null)
  if (!can) return <Forbidden />
  const pairs = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('dup.title')}
      subtitle={t('dup.subtitle')}
      className="max-w-[1000px]!"
      above={
        <Link
          to="/contacts"
          className="-ml-1 mb-1 inline-flex min-h-6 items-center gap-0.5 rounded-sm pr-1 text-sm text-text-2 hover:text-text touch:min-h-11"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {t('dup.back')}
        </Link>
      }
    >
      {list.isPending && <PairsSkeleton />}
      {list.isError && pairs.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && pairs.length === 0 && (
        <EmptyState icon={<UsersRound />} title={t('dup.noneTitle')} text={t('dup.noneText')} />
      )}
      {pairs.length > 0 && (
        <ul aria-label={t('dup.list')} className="space-y-3">
          {pairs.map((pair) => (
            <DuplicateRow
              key={`${pair.left.id} ${pair.right.id}`}
              pair={pair}
              canWrite={canWrite}
              onMerge={() => setMerging(pair)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('dup.more')}
        </Button>
      )}
      <MergedLately canWrite={canWrite} />
      {merging && <MergeSheet pair={merging} onClose={() => setMerging(null)} />}
    </Page>
  )
}

const PairsSkeleton = () => (
  <Skeleton className="space-y-3">
    {[1, 2, 3].map((row) => (
      <div key={row} className="rounded-lg border border-line bg-surface p-4">
        <Bone className="h-3.5 w-48" />
        <div className="mt-4 grid gap-4 md:grid-cols-2">
          <Bone className="h-14" />
          <Bone className="h-14" />
        </div>
      </div>
    ))}
  </Skeleton>
)
