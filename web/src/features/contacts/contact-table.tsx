import { useTable } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Link } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { columns, features, grid, roomFor } from './contact-columns'
import type { ContactRow } from './list-contacts'

const rowHeight = 52

type Props = { rows: ContactRow[]; hasMore: boolean; loadingMore: boolean; onMore: () => void }

/** Virtual rows in the page's own scroll, so that the browser brings back the place by itself. */
export const ContactTable = ({ rows: data, hasMore, loadingMore, onMore }: Props) => {
  const table = useTable({ features, columns, data, getRowId: (row) => row.id })
  const { rows } = table.getRowModel()
  const body = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => setScrollMargin(body.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
  })
  const items = virtual.getVirtualItems()
  const last = items[items.length - 1]?.index ?? 0
  useEffect(() => {
    if (hasMore && !loadingMore && last >= rows.length - 15) onMore()
  }, [hasMore, last, loadingMore, onMore, rows.length])

  return (
    <div
      role="table"
      aria-label={t('contacts.tableLabel')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className="@container rounded-lg border border-line bg-surface"
    >
      <div role="rowgroup" className="sticky top-0 z-10 rounded-t-lg border-b border-line bg-surface">
        {table.getHeaderGroups().map((group) => (
          <div
            role="row"
            aria-rowindex={1}
            key={group.id}
            className={cx(grid, 'h-9 text-xs font-medium text-text-3')}
          >
            {group.headers.map((header) => (
              <div role="columnheader" key={header.id} className={roomFor[header.column.id]}>
                <table.FlexRender header={header} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" ref={body} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <div
              role="row"
              aria-rowindex={item.index + 2}
              key={row.id}
              style={{ transform: `translateY(${item.start - scrollMargin}px)`, height: rowHeight }}
              className={cx(
                grid,
                'absolute inset-x-0 top-0 border-t border-line transition-colors hover:bg-hover',
                item.index === 0 && 'border-t-transparent',
              )}
            >
              {row.getAllCells().map((cell, at) => (
                <div role="cell" key={cell.id} className={cx('min-w-0', roomFor[cell.column.id])}>
                  {at === 0 ? (
                    <Link
                      to="/contacts/$id"
                      params={{ id: row.id }}
                      // The whole row is the target; the name is what a screen reader hears.
                      className="block after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                    >
                      <table.FlexRender cell={cell} />
                    </Link>
                  ) : (
                    <table.FlexRender cell={cell} />
                  )}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
