import { t } from '@/lib/i18n/translate'
import { daysBetween, timeZone } from './zone'

const format = (at: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: timeZone(), ...options }).format(at)

export const clock = (at: Date) => format(at, { hour: '2-digit', minute: '2-digit' })
export const longDay = (at: Date) => format(at, { weekday: 'long', day: 'numeric', month: 'long' })
export const briefDay = (at: Date) => format(at, { weekday: 'short', day: 'numeric', month: 'short' })
export const shortDay = (at: Date) => format(at, { day: 'numeric', month: 'short' })
export const absolute = (iso: string) =>
  format(new Date(iso), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })

/** Past: "2 h ago", "yesterday", "12 days ago", then the date. */
export const ago = (iso: string, now = new Date()) => {
  const at = new Date(iso)
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return t('time.justNow')
  if (minutes < 60) return t('time.minutesAgo', { n: minutes })
  const days = daysBetween(at, now, timeZone())
  if (days === 0) return t('time.hoursAgo', { n: Math.floor(minutes / 60) })
  if (days === 1) return t('time.yesterday')
  if (days < 60) return t('time.daysAgo', { n: days })
  return days < 330 ? shortDay(at) : format(at, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** How long something has been so: "for 9 days", in whole days of 24 hours, as the server counts them for board and reasons. */
export const lasting = (iso: string, now = new Date()) => {
  const days = Math.floor((now.getTime() - new Date(iso).getTime()) / 86_400_000)
  return days < 1 ? t('time.underADay') : t('time.forDays', { n: days })
}

/** Due: "3 days late", "today 14:00", "tomorrow 09:00", "Fri 09:00", then the date. */
export const due = (iso: string, now = new Date()) => {
  const at = new Date(iso)
  const days = daysBetween(now, at, timeZone())
  if (days < 0) return t('time.daysLate', { n: -days })
  if (days === 0)
    return at < now ? t('time.dueSince', { at: clock(at) }) : t('time.todayAt', { at: clock(at) })
  if (days === 1) return t('time.tomorrowAt', { at: clock(at) })
  if (days < 7) return `${format(at, { weekday: 'short' })} ${clock(at)}`
  return shortDay(at)
}

export const isPast = (at: Date, now = new Date()) => at <= now
export const isLate = (iso: string, now = new Date()) => new Date(iso) < now

export const percent = (share: number) => `${Math.round(share * 100)} %`

/** A day without a time, such as a birthday: the same wherever it is read. */
export const longDate = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime())
    ? day
    : new Intl.DateTimeFormat('en-GB', {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      }).format(at)
}
