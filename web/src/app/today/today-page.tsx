import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTitle } from '@/components/page'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { rowKey } from './held-change'
import { ranked } from './row-actions'
import { TodayHead } from './today-head'
import { TodayRow } from './today-row'
import { TodaySkeleton } from './today-skeleton'
import { useHeldChanges } from './use-held-changes'
import { useRowMove } from './use-row-move'
import { useRowWork } from './use-row-work'
import { useSettledClicks } from './use-settled-clicks'
import { useToday } from './use-today'
import { useTodayKeys } from './use-today-keys'

// None of them is part of a usual morning: they stay out of the first load.
const TodayNothing = lazy(() =>
  import('./today-nothing').then((module) => ({ default: module.TodayNothing })),
)
const FirstSteps = lazy(() =>
  import('@/features/contacts/first-steps').then((module) => ({ default: module.FirstSteps })),
)
const GateSheet = lazy(() =>
  import('@/features/contacts/gate-sheet').then((module) => ({ default: module.GateSheet })),
)

const route = getRouteApi('/_app/today')

export const TodayPage = () => {
  useTitle(t('today.title'))
  const me = useMe()
  const navigate = useNavigate()
  const asked = route.useSearch().minutes ?? me?.minutesPerDay ?? 20
  const minutes = asked === 'all' ? undefined : asked
  const showMinutes = (next: number | 'all') =>
    void navigate({ to: '/today', search: { minutes: next }, replace: true })

  const { gone, hold } = useHeldChanges()
  const { isMoved, moveRow, refusal, ...mover } = useRowMove()
  const { list, rows, load, wordsOf, wordsPending, progress, ahead, ...left } = useToday(
    minutes,
    gone,
    isMoved,
  )
  const work = useRowWork({ hold, moveRow, wordsOf })
  const [chosen, setChosen] = useState<string | null>(null)
  const [snoozing, setSnoozing] = useState<string | null>(null)
  const onClickCapture = useSettledClicks(rows.map(rowKey))
  const current = rows.find((row) => rowKey(row) === chosen) ?? rows[0]

  useTodayKeys({
    rows,
    current,
    onChoose: (row) => setChosen(rowKey(row)),
    onOpen: (row) => void navigate({ to: '/contacts/$id', params: { id: row.contactId } }),
    onDone: work.done,
    onSnooze: (row) => work.can.snooze && setSnoozing(rowKey(row)),
    onSend: (row) => {
      const best = ranked(row, work.words(row)?.links ?? [])[0]
      if (best) void work.send(row, best)
    },
  })

  return (
    <div className="mx-auto w-full max-w-[940px] px-4 pt-4 pb-28 md:px-8 md:pt-8 md:pb-16">
      <TodayHead
        people={list.data ? load.people : null}
        peopleMinutes={load.minutes}
        waiting={left.waiting}
        minutes={minutes}
        onMinutes={showMinutes}
        progress={progress.data}
        ahead={ahead}
      />
      {list.isPending && <TodaySkeleton />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && !list.hasNextPage && (
        <Suspense fallback={<TodaySkeleton />}>
          <TodayNothing {...left} minutes={minutes} onAll={() => showMinutes('all')} />
        </Suspense>
      )}
      {rows.length > 0 && rows.length < 3 && left.waiting === 0 && !list.hasNextPage && (
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      )}
      {rows.length > 0 && (
        <ul
          aria-label={t('today.listLabel')}
          onClickCapture={onClickCapture}
          className="-mx-4 overflow-hidden border-y border-line bg-surface md:mx-0 md:rounded-lg md:border"
        >
          {rows.map((row) => (
            <TodayRow
              key={rowKey(row)}
              action={row}
              can={work.can}
              words={work.words(row)}
              text={work.text(row)}
              pending={wordsPending}
              opened={work.opened(row)}
              current={row === current}
              snoozing={snoozing === rowKey(row)}
              onSnoozing={(open) => setSnoozing(open ? rowKey(row) : null)}
              onFocus={() => setChosen(rowKey(row))}
              onText={(text) => work.edit(row, text)}
              onSend={(link) => void work.send(row, link)}
              onDone={() => work.done(row)}
              onSnooze={(until) => work.snooze(row, until)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          kind="quiet"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="mt-2 w-full"
        >
          {t('today.showNext')}
        </Button>
      )}
      {rows.length > 0 && left.waiting > 0 && minutes && (
        <p className="mt-3 px-1 text-sm text-text-2">
          {t('today.more', { n: left.waiting, minutes })}{' '}
          <button
            type="button"
            className="rounded-sm font-medium text-accent-strong hover:underline touch:py-2"
            onClick={() => showMinutes('all')}
          >
            {t('today.showMore')}
          </button>
        </p>
      )}
      {refusal && (
        <Suspense fallback={null}>
          <GateSheet
            refusal={refusal}
            busy={mover.moving}
            onClose={mover.dismiss}
            onMove={(extra) => mover.move(refusal.contact, refusal.to, extra)}
          />
        </Suspense>
      )}
    </div>
  )
}
