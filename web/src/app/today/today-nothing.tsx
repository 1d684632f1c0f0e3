import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PartyPopper } from 'lucide-react'
import { SampleRows } from '@/components/sample-rows'
import { Button } from '@/components/ui/button'
import { listContacts } from '@/features/contacts/list-contacts'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/today'
import { TodaySkeleton } from './today-skeleton'

type Props = {
  minutes: number | undefined
  waiting: number
  tomorrow: number
  onAll: () => void
  onAddThree: () => void
}

/** An empty list is either a day well done or a workspace without people. */
export const TodayNothing = (props: Props) => {
  const contacts = useInfiniteQuery(listContacts({}))
  if (contacts.isPending) return <TodaySkeleton />
  const nobody = contacts.data && contacts.data.pages[0]?.items.length === 0
  return nobody ? <FirstPeople {...props} /> : <Finished {...props} />
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

const FirstPeople = ({ onAddThree }: Props) => {
  const canImport = useCan('contacts.import')
  const canWrite = useCan('contacts.write')
  return (
    <section className="grid gap-8 rounded-lg border border-line bg-surface p-5 md:p-8">
      <div className="max-w-[56ch]">
        <h2 className="text-lg font-semibold tracking-tight">{t('today.emptyTitle')}</h2>
        <p className="mt-1 text-text-2">
          {canImport || canWrite ? t('today.emptyText') : t('today.emptyReadOnly')}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          {canImport && (
            <Button asChild kind="primary">
              <Link to="/import">{t('today.emptyImport')}</Link>
            </Button>
          )}
          {canWrite && <Button onClick={onAddThree}>{t('today.emptyAdd')}</Button>}
        </div>
      </div>
      <figure>
        <figcaption className="mb-2 text-sm font-medium text-text-3">{t('today.emptyPicture')}</figcaption>
        <SampleRows faded />
      </figure>
    </section>
  )
}
