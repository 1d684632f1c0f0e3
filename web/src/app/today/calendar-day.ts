/** A date without a time, as the server counts days; it is the same day everywhere, so it is read and said in UTC. */
const read = (date: string) => new Date(`${date}T00:00:00Z`)

export const calendarDay = (date: string) => String(read(date).getUTCDate())

export const calendarDayName = (date: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(read(date))

export const weekday = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }).format(read(date))
