import { describe, expect, it } from 'vitest'
import { isPast } from './format'
import { laterAt } from './later'
import { daysBetween, instantIn, partsIn } from './zone'

const sunday = new Date('2026-11-22T22:30:00Z')

describe('the member’s time zone', () => {
  it('decides which day it is', () => {
    expect(partsIn(sunday, 'Europe/Oslo')).toMatchObject({ day: 22, hour: 23 })
    expect(partsIn(sunday, 'Asia/Tokyo')).toMatchObject({ day: 23, hour: 7 })
    expect(daysBetween(sunday, new Date('2026-11-22T23:30:00Z'), 'Europe/Oslo')).toBe(1)
    expect(daysBetween(sunday, new Date('2026-11-22T23:30:00Z'), 'UTC')).toBe(0)
  })

  it('is honoured on the day the clocks change', () => {
    const at = instantIn('Europe/Oslo', { year: 2027, month: 3, day: 28, hour: 9, minute: 0 })
    expect(at.toISOString()).toBe('2027-03-28T07:00:00.000Z')
  })
})

describe('later', () => {
  it('means nine in the morning there', () => {
    expect(laterAt('tomorrow', sunday, 'Europe/Oslo').toISOString()).toBe('2026-11-23T08:00:00.000Z')
    expect(laterAt('friday', sunday, 'Europe/Oslo').toISOString()).toBe('2026-11-27T08:00:00.000Z')
    expect(laterAt('nextWeek', sunday, 'UTC').toISOString()).toBe('2026-11-23T09:00:00.000Z')
  })

  it('goes to the next Friday when today is one', () => {
    expect(laterAt('friday', new Date('2026-11-27T10:00:00Z'), 'UTC').toISOString()).toBe(
      '2026-12-04T09:00:00.000Z',
    )
  })
})

describe('a moment to come back at', () => {
  it('is past from its own minute on', () => {
    expect(isPast(sunday, sunday)).toBe(true)
    expect(isPast(new Date(sunday.getTime() + 1), sunday)).toBe(false)
  })
})
