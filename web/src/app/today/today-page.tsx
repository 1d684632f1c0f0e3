import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTitle } from '@/components/page'
import { ErrorState } from '@/components/states'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { rowKey } from './held-change'
import { ranked } from './row-actions'
import { TodayHead } from './today-head'
import { TodayNothing } from './today-nothing'
import { TodayRow } from './today-row'
import { TodaySkeleton } from './today-skeleton'
import { useHeldChanges } from './use-held-changes'
import { useRowWork } from './use-row-work'
import { useToday } from './use-today'
import { useTodayKeys } from './use-today-keys'

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
  const { list, rows, wordsOf, summary, progress, ahead, wordsPending } = useToday(minutes, gone)
  const work = useRowWork(hold, wordsOf)
  const [chosen, setChosen] = useState<string | null>(null)
  const [snoozing, setSnoozing] = useState<string | null>(null)
  const current = rows.find((row) => rowKey(row) === chosen) ?? rows[0]

  useTodayKeys({
    rows,
    current,
    onChoose: (row) => setChosen(rowKey(row)),
    onOpen: (row) => void navigate({ to: '/contacts/$id', params: { id: row.contactId } }),
    onDone: work.done,
    onSnooze: (row) => setSnoozing(rowKey(row)),
    onSend: (row) => {
      const best = ranked(row, work.words(row)?.links ?? [])[0]
      if (best) void work.send(row, best)
    },
  })

  const waiting = Math.max(0, (summary?.due ?? 0) - gone.size - rows.length)
  return (
    <div className="mx-auto w-full max-w-[940px] px-4 pt-4 pb-28 md:px-8 md:pt-8 md:pb-16">
      <TodayHead
        people={list.data ? rows.length : null}
        peopleMinutes={rows.reduce((sum, row) => sum + row.minutes, 0)}
        minutes={minutes}
        onMinutes={showMinutes}
        progress={progress.data}
        ahead={ahead}
      />
      {list.isPending && <TodaySkeleton />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <TodayNothing waiting={waiting} tomorrow={summary?.tomorrow ?? 0} onAll={() => showMinutes('all')} />
      )}
      {rows.length > 0 && (
        <ul
          aria-label={t('today.listLabel')}
          className="-mx-4 overflow-hidden border-y border-line bg-surface md:mx-0 md:rounded-lg md:border"
        >
          {rows.map((row) => (
            <TodayRow
              key={rowKey(row)}
              action={row}
              words={work.words(row)}
              text={work.text(row)}
              pending={wordsPending}
              sentBy={work.sentBy(row)}
              current={row === current}
              snoozing={snoozing === rowKey(row)}
              onSnoozing={(open) => setSnoozing(open ? rowKey(row) : null)}
              onFocus={() => setChosen(rowKey(row))}
              onText={(text) => work.edit(row, text)}
              onSend={(link) => void work.send(row, link)}
              onDone={() => work.done(row)}
              onMove={() => void work.move(row)}
              onSnooze={(until) => work.snooze(row, until)}
            />
          ))}
        </ul>
      )}
      {rows.length > 0 && waiting > 0 && minutes && (
        <p className="mt-3 px-1 text-sm text-text-2">
          {t('today.more', { n: waiting, minutes })}{' '}
          <button
            type="button"
            className="rounded-sm font-medium text-accent-strong hover:underline touch:py-2"
            onClick={() => showMinutes('all')}
          >
            {t('today.showMore')}
          </button>
        </p>
      )}
    </div>
  )
}
