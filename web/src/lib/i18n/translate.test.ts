import { describe, expect, it } from 'vitest'
import { en } from './en'
import { fill, stretched } from './translate'

describe('messages', () => {
  it('fill their values and choose the plural', () => {
    expect(fill('{n} {n|person|people} for {name}', { n: 1, name: 'Ana' })).toBe('1 person for Ana')
    expect(fill('{n} {n|person|people} for {name}', { n: 1284, name: 'Ana' })).toBe('1,284 people for Ana')
  })

  it('leave a value that nobody gave visible', () => {
    expect(fill('Hi {name}', {})).toBe('Hi {name}')
  })

  it('grow by the vowels in the pseudo-locale, and keep their values', () => {
    expect(stretched('Add {n} {n|person|people}')).toBe('Aadd {n} {n|person|people}')
    expect(stretched('Import another file')).toBe('Iimpoort aanootheer fiilee')
  })

  it('are all written', () => {
    for (const [key, text] of Object.entries(en)) expect(text.trim(), key).not.toBe('')
  })
})
