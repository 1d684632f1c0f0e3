import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/imports'
import type { Import } from './import'
import { ImportRowSheet } from './import-row-sheet'
import { type ImportRow, listImportRows, type RowOutcome } from './list-import-rows'

/** The rows behind one of the numbers, with the way to the contact or the reason. */
export const ImportRows = ({ data, outcome }: { data: Import; outcome: RowOutcome }) => {
  const list = useInfiniteQuery(listImportRows(data.id, outcome))
  const [mended, setMended] = useState<ImportRow | null>(null)
  const canMend = data.state === 'checked' && data.columns.length > 0
  if (list.isPending)
    return (
      <Skeleton className="mt-3 space-y-2">
        <Bone className="h-9" />
        <Bone className="h-9" />
      </Skeleton>
    )
  if (list.isError && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  if (rows.length === 0) return <p className="py-10 text-center text-text-2">{t('import.noRows')}</p>
  return (
    <>
      <div className="-mx-4 mt-3 overflow-x-auto border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
        <table className="w-full text-left">
          <thead className="text-xs text-text-3">
            <tr>
              <th className="h-9 w-16 px-4 font-medium">{t('import.row')}</th>
              <th className="px-2 font-medium">{t('import.who')}</th>
              <th className="px-4 font-medium">
                {t(data.state === 'checked' ? 'import.reasonAhead' : 'import.reason')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.row}-${row.outcome}`} className="border-t border-line">
                <td className="num px-4 py-2.5 text-text-3">{row.row}</td>
                <td className="px-2 py-2.5 font-medium">
                  {row.contactId && !data.undone ? (
                    <Link
                      to="/contacts/$id"
                      params={{ id: row.contactId }}
                      className="rounded-sm hover:underline touch:py-2"
                    >
                      {row.name || '–'}
                    </Link>
                  ) : (
                    row.name || '–'
                  )}
                </td>
                <td className="px-4 py-2.5 text-text-2">
                  {row.reason ?? t(`import.${row.outcome}`)}
                  {canMend && row.cells && (
                    <Button
                      size="small"
                      className="ml-3 max-sm:mt-1 max-sm:ml-0 max-sm:flex"
                      onClick={() => setMended(row)}
                    >
                      {t('import.putRight')}
                      <span className="sr-only"> {t('import.putRightRow', { row: row.row })}</span>
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mended && <ImportRowSheet data={data} row={mended} onClose={() => setMended(null)} />}
      {list.hasNextPage && (
        <Button
          kind="quiet"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="mt-2 w-full"
        >
          {t('import.moreRows')}
        </Button>
      )}
    </>
  )
}
