import { instantIn, partsIn } from './zone'

export type Later = 'laterToday' | 'tomorrow' | 'friday' | 'nextWeek' | 'nextMonth'

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const
export type Weekday = (typeof weekdays)[number]

/** The instant that a word like "tomorrow" means, at nine in the morning of the member's zone unless it is today. */
export const laterAt = (later: Later | Weekday, now: Date, zone: string): Date => {
  const today = partsIn(now, zone)
  const morning = { ...today, hour: 9, minute: 0 }
  if (later === 'laterToday') return new Date(now.getTime() + 3 * 3_600_000)
  if (later === 'tomorrow') return instantIn(zone, { ...morning, day: today.day + 1 })
  if (later === 'nextMonth') return instantIn(zone, { ...morning, day: today.day + 30 })
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  const target = later === 'nextWeek' ? 1 : weekdays.indexOf(later)
  return instantIn(zone, { ...morning, day: today.day + ((target - weekday + 7) % 7 || 7) })
}
