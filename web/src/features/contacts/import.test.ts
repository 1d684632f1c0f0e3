import { describe, expect, it } from 'vitest'
import { canTellWho, isUnderWay, secondsLeft } from './import'

describe('an import', () => {
  it('needs a column that tells people apart', () => {
    expect(canTellWho([{ field: 'notes' }, { field: null }, { field: 'ignore' }])).toBe(false)
    expect(canTellWho([{ field: 'notes' }, { field: 'phone' }])).toBe(true)
  })

  it('says how long it takes only when it knows', () => {
    expect(secondsLeft({ total: 100, processed: 40, ratePerSecond: 25 })).toBe(3)
    expect(secondsLeft({ total: 100, processed: 0, ratePerSecond: null })).toBeNull()
    expect(secondsLeft({ total: 100, processed: 100, ratePerSecond: 25 })).toBeNull()
  })

  it('is under way while it waits or runs', () => {
    expect(isUnderWay({ state: 'queued' })).toBe(true)
    expect(isUnderWay({ state: 'mapping' })).toBe(false)
  })
})
