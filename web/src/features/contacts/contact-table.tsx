import { useTable } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { t } from '@/lib/i18n/lazy/bulk'
import { cx } from '@/lib/style'
import { sortsOf, usualColumns } from './column-names'
import { chosenGrid, columnsOf, features, grid, roomFor } from './contact-columns'
import type { Sort } from './contact-place'
import { ContactTableRow, isEditable } from './contact-table-row'
import type { CustomField } from './custom-field'
import type { Person } from './filter-fields'
import type { ContactRow } from './list-contacts'
import { SelectBox } from './select-box'
import { useCells } from './use-cells'

const rowHeight = 52

/** Which rows are chosen; not there for somebody who may change nothing. */
export type Choosing = {
  isChosen: (id: string) => boolean
  onToggle: (at: number, range: boolean) => void
  onToggleShown: () => void
}

type Props = {
  rows: ContactRow[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
  /** Null: the usual ones, as many as fit. */
  chosen: string[] | null
  fields: CustomField[]
  people: Person[]
  sort: Sort
  onSort: (sort: Sort) => void
  choosing: Choosing | null
}

/** Virtual rows in the page's own scroll, so that the browser brings back the place by itself. */
export const ContactTable = ({ rows: data, hasMore, loadingMore, onMore, chosen, ...rest }: Props) => {
  const { fields, people, sort, onSort, choosing } = rest
  const columns = useMemo(() => columnsOf(chosen ?? usualColumns, fields, people), [chosen, fields, people])
  const lines = chosen
    ? { className: 'grid items-center gap-4 px-4', style: chosenGrid(chosen.length) }
    : { className: grid, style: undefined }
  // Its cell lies in the padding, so that the columns' grid is the same with and without it.
  const boxed = choosing && 'pl-12'
  const shown = choosing ? data.filter(({ id }) => choosing.isChosen(id)).length : 0
  const room = (id: string) => (chosen ? undefined : roomFor[id])
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
  const shownIds = chosen ?? usualColumns
  const cells = useCells((at) => isEditable(shownIds[at] ?? '', fields))
  const items = virtual.getVirtualItems()
  const last = items[items.length - 1]?.index ?? 0
  useEffect(() => {
    if (hasMore && !loadingMore && last >= rows.length - 15) onMore()
  }, [hasMore, last, loadingMore, onMore, rows.length])

  return (
    <div
      role={choosing ? 'grid' : 'table'}
      aria-label={t('contacts.tableLabel')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={cx('@container rounded-lg border border-line bg-surface', chosen && 'overflow-x-auto')}
    >
      <div
        role="rowgroup"
        className="sticky top-0 z-10 rounded-t-lg border-b border-line bg-surface"
        style={{ minWidth: lines.style?.minWidth }}
      >
        {table.getHeaderGroups().map((group) => (
          <div
            role="row"
            aria-rowindex={1}
            key={group.id}
            style={lines.style}
            className={cx(lines.className, boxed, 'relative h-9 text-xs font-medium text-text-3')}
          >
            {choosing && (
              <div role="columnheader" className="absolute inset-y-0 left-0 grid w-12">
                <SelectBox
                  label={t('bulk.selectShown')}
                  checked={shown > 0 && shown === data.length}
                  partly={shown > 0 && shown < data.length}
                  onToggle={choosing.onToggleShown}
                />
              </div>
            )}
            {group.headers.map((header) => (
              <Head
                key={header.id}
                id={header.column.id}
                className={room(header.column.id)}
                {...{ sort, onSort }}
              >
                <table.FlexRender header={header} />
              </Head>
            ))}
          </div>
        ))}
      </div>
      <div
        role="rowgroup"
        ref={body}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={choosing ? (event) => cells.onKeyDown(event, (at) => rows[at]?.id) : undefined}
      >
        {items.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <ContactTableRow
              key={row.id}
              at={item.index}
              id={row.id}
              name={row.original.name}
              fields={fields}
              style={{
                ...lines.style,
                transform: `translateY(${item.start - scrollMargin}px)`,
                height: rowHeight,
              }}
              className={cx(
                lines.className,
                boxed,
                choosing?.isChosen(row.id) && 'bg-accent-soft',
                'absolute inset-x-0 top-0 border-t border-line transition-colors hover:bg-hover',
                item.index === 0 && 'border-t-transparent',
              )}
              cells={row.getAllCells().map((cell) => ({
                id: cell.id,
                column: cell.column.id,
                className: room(cell.column.id),
                content: <table.FlexRender cell={cell} />,
              }))}
              editing={choosing ? (cells.editing?.id === row.id ? cells.editing.column : null) : undefined}
              onEdit={(column) => cells.edit({ id: row.id, column })}
              onClose={(column, back) => cells.close({ row: item.index, column }, back)}
              onBusy={cells.onBusy}
            >
              {choosing && (
                <div role="gridcell" className="absolute inset-y-0 left-0 z-1 grid w-12">
                  <SelectBox
                    label={t('bulk.selectOne', { name: row.original.name })}
                    checked={choosing.isChosen(row.id)}
                    onToggle={(range) => choosing.onToggle(item.index, range)}
                  />
                </div>
              )}
            </ContactTableRow>
          )
        })}
      </div>
    </div>
  )
}

type HeadProps = {
  id: string
  className?: string
  sort: Sort
  onSort: (sort: Sort) => void
  children: ReactNode
}

const Head = ({ id, className, sort, onSort, children }: HeadProps) => {
  const ways = sortsOf[id]
  const sorted = ways?.includes(sort) ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <div role="columnheader" aria-sort={sorted} className={cx('min-w-0 truncate', className)}>
      {ways ? (
        <button
          type="button"
          onClick={() => onSort(sort === ways[0] ? ways[1] : ways[0])}
          className="-mx-1 inline-flex h-7 items-center gap-1 rounded-sm px-1 hover:text-text focus-visible:-outline-offset-2"
        >
          {children}
          {sorted && <Arrow aria-hidden className="size-3.5" />}
        </button>
      ) : (
        children
      )}
    </div>
  )
}
