import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Link } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Due } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { Warmth } from '@/components/warmth'
import { t } from '@/lib/i18n/lazy/bulk'
import { cx } from '@/lib/style'
import type { Choosing } from './contact-table'
import { useHold } from './use-hold'
import { nextOf } from './next-of'
import type { ContactRow } from './list-contacts'

const rowHeight = 68

type Props = {
  rows: ContactRow[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
  /** While people are chosen: a row is no way to its card then. */
  choosing: Choosing | null
  /** A row was held: choosing begins with it. */
  onHold: ((at: number) => void) | null
}

/** The phone's list: large targets, the next date on the right. */
export const ContactList = ({ rows, hasMore, loadingMore, onMore, choosing, onHold }: Props) => {
  const hold = useHold(onHold)
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin,
  })
  const items = virtual.getVirtualItems()
  const last = items[items.length - 1]?.index ?? 0
  useEffect(() => {
    if (hasMore && !loadingMore && last >= rows.length - 15) onMore()
  }, [hasMore, last, loadingMore, onMore, rows.length])
  return (
    <ul
      ref={list}
      aria-label={t('contacts.tableLabel')}
      className="relative -mx-4 border-y border-line bg-surface"
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index]
        if (!row) return null
        return (
          <li
            key={row.id}
            aria-setsize={hasMore ? -1 : rows.length}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start - scrollMargin}px)`, height: rowHeight }}
          >
            {choosing ? (
              <label
                className={cx(
                  'flex h-full cursor-pointer items-center gap-3 border-b border-line px-4 select-none',
                  choosing.isChosen(row.id) && 'bg-accent-soft',
                )}
              >
                <input
                  type="checkbox"
                  aria-label={t('bulk.selectOne', { name: row.name })}
                  checked={choosing.isChosen(row.id)}
                  onChange={() => choosing.onToggle(item.index, false)}
                  className="size-5 shrink-0 accent-[var(--accent)]"
                />
                <Who row={row} />
              </label>
            ) : (
              <Link
                to="/contacts/$id"
                params={{ id: row.id }}
                draggable={false}
                {...hold(item.index)}
                className="flex h-full select-none [-webkit-touch-callout:none] items-center gap-3 border-b border-line px-4 focus-visible:-outline-offset-2 active:bg-hover"
              >
                <Who row={row} />
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Who = ({ row }: { row: ContactRow }) => {
  const next = nextOf(row)
  return (
    <>
      <Avatar name={row.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{row.name}</span>
        <span className="flex items-center gap-2">
          <StageChip stage={row.stage} />
          <Warmth value={row.warmth} />
        </span>
      </span>
      {next && <Due at={next} className="text-xs text-text-2" />}
    </>
  )
}
