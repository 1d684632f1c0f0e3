import { describe, expect, it } from 'vitest'
import { nothingTyped, versionOver, withoutSent, withText } from './typed-over'

const saved = { values: { why: 'Freedom', timeline: '' }, version: 3 }
const typed = withText<typeof saved.values>(nothingTyped, saved, { timeline: 'May' })

describe('what is typed over something saved', () => {
  it('stays when it was typed while a save was under way', () => {
    const sent = { why: 'Freedom', timeline: 'May' }
    const goesOn = withText(typed, saved, { timeline: 'May or June', why: 'Freedom' })
    expect(withoutSent(goesOn, sent).texts).toEqual({ timeline: 'May or June' })
    expect(withoutSent(typed, sent).texts).toEqual({})
  })

  it('goes over the newest version while nobody changed these values', () => {
    expect(versionOver(typed, { ...saved, version: 4 })).toBe(4)
  })

  it('goes over the version it began with when somebody did, so that the server refuses it', () => {
    const theirs = { values: { why: 'Time', timeline: '' }, version: 4 }
    const more = withText(typed, theirs, { timeline: 'June' })
    expect(versionOver(more, theirs)).toBe(3)
    expect(versionOver({ ...more, over: null }, theirs)).toBe(4)
  })
})
