import { currentMe } from '@/lib/auth/session'

/** The member's time zone, IANA; the browser's until somebody is signed in or when theirs is unknown to this browser. */
export const timeZone = () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = currentMe()?.timeZone ?? own
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return own
  }
}

export type DayParts = { year: number; month: number; day: number; hour: number; minute: number }

/** The wall clock of `zone` at an instant. */
export const partsIn = (at: Date, zone: string): DayParts => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
  }
}

/** The instant at which the wall clock of `zone` shows these parts; months and days may overflow. */
export const instantIn = (zone: string, { year, month, day, hour, minute }: DayParts): Date => {
  const wanted = Date.UTC(year, month - 1, day, hour, minute)
  // Twice: the first guess may sit on the other side of a clock change.
  let guess = wanted
  for (let round = 0; round < 2; round++) {
    const seen = partsIn(new Date(guess), zone)
    guess += wanted - Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute)
  }
  return new Date(guess)
}

/** Whole calendar days from `from` to `to` as `zone` counts them. */
export const daysBetween = (from: Date, to: Date, zone: string) => {
  const [a, b] = [partsIn(from, zone), partsIn(to, zone)]
  return Math.round(
    (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / 86_400_000,
  )
}
