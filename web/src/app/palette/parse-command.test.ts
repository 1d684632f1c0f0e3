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
      when: 'nextWeek',
    })
    expect(parseCommand('followup Ana')).toEqual({ verb: 'followUp', who: 'Ana', when: 'tomorrow' })
  })

  it('a name as a name', () => {
    expect(parseCommand('Ana')).toBeNull()
    expect(parseCommand('Calla Lily')).toBeNull()
    expect(parseCommand('call')).toBeNull()
  })
})
