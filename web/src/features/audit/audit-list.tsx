import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText, SearchX } from 'lucide-react'
import { EmptyState, ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/audit'
import { longDay } from '@/lib/time/format'
import { type AuditFilter, isFiltered } from './audit-filter'
import { AuditRow } from './audit-row'
import type { Person } from './audit-filters'
import { columnName } from './change'
import { type AuditEntry, listAudit } from './list-audit'

const byDay = (entries: AuditEntry[]) => {
  const days: { day: string; entries: AuditEntry[] }[] = []
  for (const entry of entries) {
    const day = longDay(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

type Props = { filter: AuditFilter; members: Person[] }

export const AuditList = ({ filter, members }: Props) => {
  const list = useInfiniteQuery(listAudit(filter))
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const who = (id: string | null) => (id ? (names.get(id) ?? t('audit.unknown')) : t('audit.nobody'))
  const what = ({ subject, subjectId, changes }: AuditEntry) => {
    const kind = columnName(subject).replace(/s$/, '')
    const name = names.get(subjectId) ?? (typeof changes.name === 'string' ? changes.name : null)
    // The names of roles are their ids; other ids say nothing to a reader.
    const id = /^[0-9a-f]{8}-/.test(subjectId) ? null : subjectId
    return `${kind} ${name ?? id ?? ''}`.trim()
  }
  if (list.isPending) return <ListSkeleton />
  if (list.isError && entries.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (entries.length === 0)
    return isFiltered(filter) ? (
      <EmptyState icon={<SearchX />} title={t('audit.noneTitle')} text={t('audit.noneText')} />
    ) : (
      <EmptyState icon={<ScrollText />} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />
    )
  return (
    <>
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={day} className="mb-6">
          <h2 className="mb-2 text-sm font-medium text-text-2">{day}</h2>
          <ul className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
            {ofDay.map((entry) => (
              <AuditRow key={entry.id} entry={entry} who={who} what={what} />
            ))}
          </ul>
        </section>
      ))}
      <p role="status" className="flex h-11 items-center justify-center text-sm text-text-3">
        {list.hasNextPage ? (
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        ) : (
          t('audit.end')
        )}
      </p>
    </>
  )
}

const ListSkeleton = () => (
  <Skeleton className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
    {Array.from({ length: 10 }, (_, row) => (
      <div key={row} className="flex h-12 items-center gap-3 border-t border-line px-4 first:border-t-0">
        <Bone className="size-7 rounded-full" />
        <Bone className="h-3.5 w-56" />
        <Bone className="ml-auto h-3.5 w-16" />
      </div>
    ))}
  </Skeleton>
)
