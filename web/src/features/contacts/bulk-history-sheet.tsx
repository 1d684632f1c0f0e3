import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { Ago } from '@/components/moment'
import { ErrorState } from '@/components/states'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { Sheet } from '@/components/ui/sheet'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/bulk'
import { type Bulk, isUnderWay } from './bulk'
import { bulkWords } from './bulk-words'
import type { Person } from './filter-fields'
import { listBulk } from './list-bulk'
import { undoBulk } from './undo-bulk'

/** What was done to many at once, each with its undo for as long as there is one. */
export const BulkHistorySheet = ({ people, onClose }: { people: Person[]; onClose: () => void }) => {
  const list = useInfiniteQuery(listBulk)
  const changes = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Sheet open onClose={onClose} title={t('bulk.history')} description={t('bulk.historyText')}>
      {list.isPending && (
        <Skeleton className="space-y-3">
          <Bone className="h-12" />
          <Bone className="h-12" />
          <Bone className="h-12" />
        </Skeleton>
      )}
      {list.isError && changes.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && changes.length === 0 && (
        <p className="py-10 text-center text-text-2">{t('bulk.historyNone')}</p>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <Row key={change.id} change={change} people={people} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          kind="quiet"
          className="mt-2 w-full"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('bulk.more')}
        </Button>
      )}
    </Sheet>
  )
}

const Row = ({ change, people }: { change: Bulk; people: Person[] }) => {
  const queryClient = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => undoBulk(change.id),
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['contacts', 'bulk'] }),
  })
  const working = isUnderWay(change)
  const name = people.find(({ id }) => id === change.startedBy)?.name
  const done = change.undone ? change.undone.processed : change.processed
  const total = change.undone ? change.processed : change.total
  const what = working
    ? t(change.state === 'undoing' ? 'bulk.undoing' : `bulk.running.${change.action}`)
    : bulkWords({ ...change, undone: null }, people)
  return (
    <li className="flex min-h-14 items-center gap-3 border-t border-line py-2.5 first:border-t-0">
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{what}</span>
        {change.tags.length > 0 && (
          <span className="block text-sm wrap-anywhere text-text-2">{change.tags.join(', ')}</span>
        )}
        {change.undone && !working && (
          <span className="block text-sm text-text-2">{bulkWords(change, people)}</span>
        )}
        {working && <Progress label={t('bulk.of', { done, total })} {...{ done, total }} />}
        <span className="block text-xs text-text-3">
          <Ago at={change.createdAt} />
          {name && ` ${t('bulk.by', { name })}`}
        </span>
      </span>
      {change.undoUntil && change.changed > 0 && (
        <Button
          size="small"
          aria-label={t('bulk.undoOne', { what })}
          busy={undoing.isPending}
          icon={<Undo2 aria-hidden className="size-4" />}
          onClick={() => undoing.mutate()}
        >
          {t('action.undo')}
        </Button>
      )}
    </li>
  )
}
