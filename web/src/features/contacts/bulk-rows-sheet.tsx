import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/bulk'
import type { Bulk } from './bulk'
import { listBulkRows } from './list-bulk-rows'

/** Those that a change, or its undo, left alone, each with the reason. */
export const BulkRowsSheet = ({ data, onClose }: { data: Bulk; onClose: () => void }) => {
  const list = useInfiniteQuery(listBulkRows(data.id, data.undone ? 'kept' : 'refused'))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Sheet open onClose={onClose} title={t(data.undone ? 'bulk.keptTitle' : 'bulk.refusedTitle')}>
      {list.isPending && (
        <Skeleton className="space-y-2">
          <Bone className="h-11" />
          <Bone className="h-11" />
        </Skeleton>
      )}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      <ul className="-mx-5">
        {rows.map((row) => (
          <li key={row.position} className="border-t border-line px-5 py-2.5 first:border-t-0">
            {row.name ? (
              <Link
                to="/contacts/$id"
                params={{ id: row.contactId }}
                className="rounded-sm font-medium hover:underline touch:py-2"
              >
                {row.name}
              </Link>
            ) : (
              <span className="text-text-2">{t('bulk.noName')}</span>
            )}
            <p className="text-sm text-text-2">{row.reason}</p>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          kind="quiet"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="mt-2 w-full"
        >
          {t('bulk.more')}
        </Button>
      )}
    </Sheet>
  )
}
