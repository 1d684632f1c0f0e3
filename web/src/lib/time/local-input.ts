import { instantIn, partsIn, timeZone } from './zone'

const two = (value: number) => String(value).padStart(2, '0')

/** What <input type="datetime-local"> shows for an instant, in the member's zone rather than the device's. */
export const toLocalInput = (at: Date, zone = timeZone()) => {
  const { year, month, day, hour, minute } = partsIn(at, zone)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

export const fromLocalInput = (value: string, zone = timeZone()): Date | null => {
  const found = /^(\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value)
  if (!found) return null
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return instantIn(zone, { year, month, day, hour, minute })
}
