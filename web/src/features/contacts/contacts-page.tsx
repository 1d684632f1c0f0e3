import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { Page } from '@/components/page'
import { EmptyState, ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { useCan } from '@/lib/auth/session'
import { t as tBulk } from '@/lib/i18n/lazy/bulk'
import { t } from '@/lib/i18n/lazy/views'
import { useDesktop } from '@/lib/use-media'
import { AddContactButton } from './add-contact-button'
import { ContactFilters } from './contact-filters'
import { ContactList } from './contact-list'
import { needsExtras } from './column-names'
import { type ContactPlace, isNarrowed, newestFirst, whom } from './contact-place'
import { type Choosing, ContactTable } from './contact-table'
import { countContacts } from './count-contacts'
import type { CustomField } from './custom-field'
import { DuplicatesLink } from './duplicates-link'
import { filterFields, type Person } from './filter-fields'
import { filterWords } from './filter-words'
import { listFields } from './list-fields'
import { listViews } from './list-views'
import { wholeFilter } from './saved-view'
import { countChosen, isChosen, noSelection } from './selection'
import { useSelection } from './use-selection'
import { ViewTabs } from './view-tabs'
import { listContacts } from './list-contacts'
import { useWatchedBulk } from './watched-bulk'

const BulkBar = lazy(() => import('./bulk-bar').then((module) => ({ default: module.BulkBar })))
const BulkHistoryButton = lazy(() =>
  import('./bulk-history-button').then((module) => ({ default: module.BulkHistoryButton })),
)
const FirstPeople = lazy(() => import('./first-people').then((module) => ({ default: module.FirstPeople })))
const BulkStatus = lazy(() => import('./bulk-status').then((module) => ({ default: module.BulkStatus })))

type Props = {
  place: ContactPlace
  onPlace: (place: ContactPlace) => void
  /** Whose contacts they may be. */
  people: Person[]
}

const none: CustomField[] = []

export const ContactsPage = ({ place, onPlace, people }: Props) => {
  const desktop = useDesktop()
  const canWrite = useCan('contacts.write')
  const { data: fields = none } = useQuery(listFields)
  const { data: views = [] } = useQuery(listViews)
  const list = useInfiniteQuery(listContacts(place, desktop && needsExtras(place.columns)))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage } = list
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const narrowed = isNarrowed(place)
  const { selection, setSelection, toggle } = useSelection(JSON.stringify(whom(place)), rows)
  const [picking, setPicking] = useState(false)
  const watched = useWatchedBulk()
  const chosen = countChosen(selection, 1)
  const choosing: Choosing | null = canWrite
    ? {
        isChosen: (id) => isChosen(selection, id),
        onToggle: toggle,
        onToggleShown: () =>
          setSelection(
            selection.all || selection.ids.size > 0
              ? noSelection
              : { all: false, ids: new Set(rows.map(({ id }) => id)) },
          ),
      }
    : null
  const bulk = choosing !== null && (desktop ? selection.all || chosen > 0 : picking)
  const counted = useQuery({ ...countContacts(place), enabled: (narrowed || bulk) && rows.length > 0 })
  const named = useMemo(() => filterFields(fields, people), [fields, people])
  const filter = wholeFilter(place)
  const words = filter ? filterWords(filter, named) : ''
  const empty = list.data !== undefined && rows.length === 0 && !narrowed
  const virtual = { rows, hasMore: list.hasNextPage, loadingMore: list.isFetchingNextPage, onMore: more }
  return (
    <Page
      title={t('contacts.title')}
      wide
      actions={
        <>
          {!desktop && canWrite && rows.length > 0 && (
            <Button
              kind="quiet"
              onClick={() => {
                setSelection(noSelection)
                setPicking(!picking)
              }}
            >
              {tBulk(picking ? 'bulk.endSelect' : 'bulk.select')}
            </Button>
          )}
          {desktop && canWrite && !empty && (
            <Suspense fallback={null}>
              <BulkHistoryButton people={people} />
            </Suspense>
          )}
          <DuplicatesLink />
          <AddContactButton />
        </>
      }
    >
      {!empty && (
        <>
          <ViewTabs views={views} place={place} words={words} onPlace={onPlace} />
          <ContactFilters
            {...{ place, fields, words, onPlace }}
            filterFields={named}
            count={narrowed ? counted.data : undefined}
          />
        </>
      )}
      {list.isPending && <TableSkeleton />}
      {list.isError && rows.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && <Nobody filtered={narrowed} />}
      {rows.length > 0 && (
        <>
          {desktop ? (
            <ContactTable
              {...virtual}
              chosen={place.columns ?? null}
              fields={fields}
              people={people}
              sort={place.sort ?? newestFirst}
              onSort={(sort) => onPlace({ ...place, sort: sort === newestFirst ? undefined : sort })}
              choosing={choosing}
            />
          ) : (
            <ContactList
              {...virtual}
              choosing={picking ? choosing : null}
              onHold={
                choosing &&
                ((at) => {
                  setPicking(true)
                  toggle(at, false)
                })
              }
            />
          )}
          <p role="status" className="h-10 pt-3 text-center text-sm text-text-3">
            {list.isFetchingNextPage
              ? t('contacts.loadingMore')
              : !list.hasNextPage && rows.length > 15
                ? t('contacts.end')
                : ''}
          </p>
        </>
      )}
      <Suspense>
        {bulk ? (
          <BulkBar
            {...{ selection, place, people }}
            total={list.hasNextPage ? counted.data : { count: rows.length, exact: true }}
            onSelect={setSelection}
            onEnd={() => {
              setSelection(noSelection)
              setPicking(false)
            }}
          />
        ) : (
          watched && <BulkStatus key={watched} id={watched} people={people} />
        )}
      </Suspense>
    </Page>
  )
}

const Nobody = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState icon={<SearchX />} title={t('contacts.noneTitle')} text={t('contacts.noneText')} />
  ) : (
    <Suspense fallback={<TableSkeleton />}>
      <FirstPeople />
    </Suspense>
  )

const TableSkeleton = () => (
  <Skeleton className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
    {Array.from({ length: 12 }, (_, row) => (
      <div key={row} className="flex h-[52px] items-center gap-3 border-t border-line px-4 first:border-t-0">
        <Bone className="size-7 rounded-full" />
        <Bone className="h-3.5 w-40" />
        <Bone className="ml-auto h-3.5 w-24" />
        <Bone className="hidden h-3.5 w-32 md:block" />
      </div>
    ))}
  </Skeleton>
)
