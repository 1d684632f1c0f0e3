import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PartyPopper } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { FirstPeople } from '@/features/contacts/first-people'
import { listContacts } from '@/features/contacts/list-contacts'
import { t } from '@/lib/i18n/lazy/today'
import { TodaySkeleton } from './today-skeleton'

type Props = {
  minutes: number | undefined
  waiting: number
  tomorrow: number
  onAll: () => void
}

/** For so long after somebody was added their row may still be on its way. */
const onItsWay = 5_000

/** An empty list is either a day well done, or a workspace without people, or with people who came this moment. */
export const TodayNothing = (props: Props) => {
  const { data, isPending, isError, error, refetch } = useInfiniteQuery(listContacts({}))
  const [opened] = useState(Date.now)
  const [waited, setWaited] = useState(false)
  const newest = data?.pages[0]?.items[0]
  const coming = newest !== undefined && Date.parse(newest.createdAt) > opened - onItsWay
  useEffect(() => {
    if (!coming) return
    const timer = setTimeout(() => setWaited(true), onItsWay)
    return () => clearTimeout(timer)
  }, [coming])
  if (isPending) return <TodaySkeleton />
  if (isError && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!newest) return <FirstPeople />
  if (coming && !waited)
    return (
      <>
        <p role="status" className="mb-3 text-text-2">
          {t('today.making')}
        </p>
        <TodaySkeleton />
      </>
    )
  return <Finished {...props} />
}

const Finished = ({ minutes, waiting, tomorrow, onAll }: Props) => (
  <section className="anim-fade flex flex-col items-center rounded-lg border border-line bg-surface px-6 py-14 text-center">
    <div className="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-strong">
      <PartyPopper aria-hidden className="size-6" />
    </div>
    <h2 className="text-lg font-semibold tracking-tight">
      {minutes && waiting > 0 ? t('today.minutesDone', { n: minutes }) : t('today.finished')}
    </h2>
    <p className="mt-1 max-w-[46ch] text-text-2">
      {waiting > 0 ? t('today.waiting', { n: waiting }) : t('today.finishedText')}{' '}
      {tomorrow > 0 ? t('today.tomorrow', { n: tomorrow }) : t('today.tomorrowNone')}
    </p>
    <div className="mt-5 flex flex-wrap justify-center gap-2">
      {waiting > 0 && <Button onClick={onAll}>{t('today.showNext')}</Button>}
      <Button asChild>
        <Link to="/board">{t('nav.board')}</Link>
      </Button>
    </div>
  </section>
)
