import type { Dmo } from '@/features/contacts/get-dmo'
import { t } from '@/lib/i18n/lazy/dmo'
import { cx } from '@/lib/style'
import { calendarDay, calendarDayName, weekday } from './calendar-day'

type Day = Dmo['days'][number]

/** How much of a day's targets was done, in four steps: paper, then the accent, stronger with every step. */
const stepOf = (day: Day, targets: Dmo['targets']) => {
  const done = day.invites + day.followUps
  if (done === 0) return 0
  const share = done / (targets.invites + targets.followUps)
  return share < 1 / 3 ? 1 : share < 1 ? 2 : 3
}

const fills = [
  'border border-line-strong text-text-2',
  'bg-accent-soft text-accent-strong',
  'border border-accent bg-accent-soft font-semibold text-accent-strong',
  'bg-accent font-semibold text-on-accent',
]

export const DmoCalendar = ({ dmo }: { dmo: Dmo }) => (
  <>
    <div aria-hidden className="mb-1 grid grid-cols-7 gap-1 text-center text-xs text-text-3">
      {dmo.days.slice(0, 7).map(({ date }) => (
        <span key={date}>{weekday(date)}</span>
      ))}
    </div>
    <ol className="grid grid-cols-7 gap-1">
      {dmo.days.map((day) => {
        const ahead = day.date > dmo.date
        const name = calendarDayName(day.date)
        return (
          <li key={day.date}>
            <span
              aria-current={day.date === dmo.date ? 'date' : undefined}
              className={cx(
                'num grid h-9 place-items-center rounded-md text-sm',
                ahead ? 'text-text-3' : fills[stepOf(day, dmo.targets)],
                day.date === dmo.date && 'ring-2 ring-accent ring-offset-1 ring-offset-surface',
              )}
            >
              <span aria-hidden>{calendarDay(day.date)}</span>
              <span className="sr-only">
                {ahead
                  ? t('dmo.ahead', { day: name })
                  : t('dmo.dayOf', { day: name, invites: day.invites, followUps: day.followUps })}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  </>
)
