import { describe, expect, it } from 'vitest'
import { countryOfZone } from './country-of-zone'

describe('the country somebody is probably in', () => {
  it('is where their clock is, whatever their browser speaks', () => {
    expect(countryOfZone('Europe/Berlin', 'en-GB')).toBe('DE')
    expect(countryOfZone('Europe/Lisbon', 'en-US')).toBe('PT')
    expect(countryOfZone('America/Argentina/Buenos_Aires', 'en')).toBe('AR')
    expect(countryOfZone('Asia/Calcutta', 'en-GB')).toBe('IN')
  })

  it('is what the browser speaks for where the clock says nothing', () => {
    expect(countryOfZone('UTC', 'nb-NO')).toBe('NO')
    expect(countryOfZone('Etc/GMT+3', 'en')).toBe('')
  })
})
