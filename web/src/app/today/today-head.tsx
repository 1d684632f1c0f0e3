import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Bone } from '@/components/ui/skeleton'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { Ring } from '@/components/ring'
import { AddContactButton } from '@/features/contacts/add-contact-button'
import type { DailyProgress } from '@/features/contacts/get-daily-progress'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { briefDay, longDay } from '@/lib/time/format'
import { partsIn, timeZone } from '@/lib/time/zone'
import { useDesktop } from '@/lib/use-media'

const DmoSheet = lazy(() => import('./dmo-sheet').then((module) => ({ default: module.DmoSheet })))

const greeting = (name: string) => {
  const { hour } = partsIn(new Date(), timeZone())
  if (hour < 5) return t('today.evening', { name })
  if (hour < 12) return t('today.morning', { name })
  return hour < 18 ? t('today.afternoon', { name }) : t('today.evening', { name })
}

type Props = {
  people: number | null
  peopleMinutes: number
  /** Who has no place in the minutes. */
  waiting: number
  minutes: number | undefined
  onMinutes: (minutes: number | 'all') => void
  progress: DailyProgress | undefined
  ahead: { invites: number; followUps: number }
}

export const TodayHead = (props: Props) => {
  const { people, peopleMinutes, waiting, minutes, onMinutes, progress, ahead } = props
  const me = useMe()
  const desktop = useDesktop()
  const now = new Date()
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-3.5 md:mb-6">
      <div className="flex w-full min-w-0 items-start gap-3 md:w-auto">
        <div className="min-w-0 flex-1">
          <h1 className="text-xl font-semibold tracking-tight">{greeting(me?.name.split(' ')[0] ?? '')}</h1>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-text-2">
            <span>{desktop ? longDay(now) : briefDay(now)}</span>
            <span aria-hidden>·</span>
            {people !== null && (
              <span>
                {people > 0
                  ? `${t('today.people', { n: people })},`
                  : `${waiting > 0 ? t('today.waiting', { n: waiting }) : t('today.nobody')} ·`}
              </span>
            )}
            <MinutesPicker taken={people ? peopleMinutes : null} minutes={minutes} onMinutes={onMinutes} />
          </p>
        </div>
        {!desktop && <AddContactButton />}
      </div>
      <Rings progress={progress} ahead={ahead} />
    </header>
  )
}

type PickerProps = Pick<Props, 'minutes' | 'onMinutes'> & { taken: number | null }

const timeOf = (taken: number | null, minutes: number | undefined) => {
  if (taken === null) return minutes === undefined ? t('today.allDay') : t('today.youHave', { n: minutes })
  return minutes === undefined
    ? t('today.minutesTaken', { taken })
    : t('today.minutesOf', { taken, n: minutes })
}

/** How long the list takes, of the time there is; tapping it changes that. */
const MinutesPicker = ({ taken, minutes, onMinutes }: PickerProps) => (
  <Menu
    align="start"
    trigger={
      <button
        type="button"
        // Taller under a finger than it looks, without moving what is around it.
        className="relative -mx-1 inline-flex items-center gap-0.5 rounded-sm px-1 font-medium text-accent-strong transition-colors before:absolute before:inset-x-0 before:-inset-y-1 hover:bg-hover touch:before:-inset-y-3"
      >
        {timeOf(taken, minutes)}
        <ChevronDown aria-hidden className="size-4" />
      </button>
    }
  >
    <MenuLabel>{t('today.pickMinutes')}</MenuLabel>
    {[5, 10, 20, 30, 45, 60, 90].map((each) => (
      <MenuItem key={each} onSelect={() => onMinutes(each)} hint={each === minutes ? '✓' : undefined}>
        {t('today.minutes', { n: each })}
      </MenuItem>
    ))}
    <MenuItem onSelect={() => onMinutes('all')} hint={minutes ? undefined : '✓'}>
      {t('today.all')}
    </MenuItem>
  </Menu>
)

const Rings = ({ progress, ahead }: Pick<Props, 'progress' | 'ahead'>) => {
  const [open, setOpen] = useState(false)
  if (!progress) return <Bone className="h-9 w-full max-w-[330px]" />
  const invites = progress.invites.done + ahead.invites
  const followUps = progress.followUps.done + ahead.followUps
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={t('today.method')}
        onClick={() => setOpen(true)}
        className="-m-1.5 flex w-[calc(100%+12px)] flex-wrap justify-between gap-x-2 gap-y-2 rounded-md p-1.5 text-left transition-colors hover:bg-hover sm:w-auto sm:gap-x-5"
      >
        <RingWith what={t('today.invites')} done={invites} target={progress.invites.target} />
        <RingWith what={t('today.followUps')} done={followUps} target={progress.followUps.target} />
        <span className="flex items-center gap-1.5 text-xs text-text-2 min-[360px]:gap-2 sm:gap-2.5 sm:text-sm">
          <Ring share={Math.min(1, progress.streakDays / 7)} />
          <span className="whitespace-nowrap">
            <b className="num block text-sm leading-4 font-semibold text-text sm:text-base sm:leading-4.5">
              {t('today.days', { n: progress.streakDays })}
            </b>
            {t('today.streak')}
          </span>
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <DmoSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const RingWith = ({ what, done, target }: { what: string; done: number; target: number }) => (
  <span className="flex items-center gap-1.5 text-xs text-text-2 min-[360px]:gap-2 sm:gap-2.5 sm:text-sm">
    <Ring share={target > 0 ? done / target : 0} />
    <span className="whitespace-nowrap">
      <b className="num block text-sm leading-4 font-semibold text-text sm:text-base sm:leading-4.5">
        {t('today.of', { done, target })}
      </b>
      {what}
    </span>
  </span>
)
