import { expect, it } from 'vitest'
import { readCadence } from './cadence-form'

it('reads days, an empty field as never, and refuses anything else', () => {
  const texts = { five: '30', four: ' 60 ', three: '90', two: '120', one: '' }
  expect(readCadence(texts)).toEqual({ five: 30, four: 60, three: 90, two: 120, one: null })
  expect(readCadence({ ...texts, five: '0' })).toBeNull()
  expect(readCadence({ ...texts, five: '1.5' })).toBeNull()
  expect(readCadence({ ...texts, five: 'weekly' })).toBeNull()
})
