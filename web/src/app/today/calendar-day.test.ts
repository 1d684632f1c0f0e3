import { describe, expect, it } from 'vitest'
import { calendarDay, calendarDayName } from './calendar-day'

describe('a day of the calendar', () => {
  it('is the same day whichever clock the browser has', () => {
    expect(calendarDay('2026-03-29')).toBe('29')
    expect(calendarDayName('2026-03-29')).toContain('29 Mar')
    expect(calendarDayName('2026-10-25')).toContain('25 Oct')
  })
})
