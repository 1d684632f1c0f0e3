import { describe, expect, it } from 'vitest'
import { parseCommand } from './parse-command'

describe('the palette understands', () => {
  it('logging', () => {
    expect(parseCommand('log call with Ana')).toEqual({ verb: 'log', channel: 'call', who: 'Ana' })
    expect(parseCommand('Call  ana silva')).toEqual({ verb: 'log', channel: 'call', who: 'ana silva' })
    expect(parseCommand('log message with Ana')).toEqual({ verb: 'log', channel: 'other', who: 'Ana' })
  })

  it('follow-ups with and without a day', () => {
    expect(parseCommand('follow up Ana Friday')).toEqual({ verb: 'followUp', who: 'Ana', when: 'friday' })
    expect(parseCommand('follow-up with Ana Silva on monday')).toEqual({
      verb: 'followUp',
      who: 'Ana Silva',
      when: 'monday',
    })
    expect(parseCommand('follow up friday with simon')).toEqual({
      verb: 'followUp',
      who: 'simon',
      when: 'friday',
    })
    expect(parseCommand('follow up next week Ana')).toEqual({
      verb: 'followUp',
      who: 'Ana',
      when: 'nextWeek',
    })
    expect(parseCommand('follow up with Ana next Wednesday')).toEqual({
      verb: 'followUp',
      who: 'Ana',
      when: 'wednesday',
    })
    expect(parseCommand('followup Ana')).toEqual({ verb: 'followUp', who: 'Ana', when: 'tomorrow' })
  })

  it('an order that has no name yet', () => {
    expect(parseCommand('log call with')).toEqual({ verb: 'log', channel: 'call', who: '' })
    expect(parseCommand('log call')).toEqual({ verb: 'log', channel: 'call', who: '' })
    expect(parseCommand('follow up Friday')).toEqual({ verb: 'followUp', who: '', when: 'friday' })
    expect(parseCommand('follow up with')).toEqual({ verb: 'followUp', who: '', when: 'tomorrow' })
  })

  it('adding', () => {
    expect(parseCommand('add contact Maria Brandt')).toEqual({ verb: 'add', who: 'Maria Brandt' })
    expect(parseCommand('add contact')).toBeNull()
  })

  it('a name as a name', () => {
    expect(parseCommand('Ana')).toBeNull()
    expect(parseCommand('Calla Lily')).toBeNull()
    expect(parseCommand('call')).toBeNull()
  })
})
