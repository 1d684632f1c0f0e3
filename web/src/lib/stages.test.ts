import { describe, expect, it } from 'vitest'
import { canTakeBack, isStage, nameStages, nextStage, stageColour, stageLabel, stages } from './stages'

describe('stages', () => {
  it('each have a name and a colour of their own', () => {
    expect(new Set(stages.map(stageLabel)).size).toBe(9)
    expect(new Set(stages.map(stageColour)).size).toBe(9)
    expect(stageLabel('presentationSent')).toBe('Presentation sent')
    expect(stageLabel('nurture')).toBe('Long-term nurture')
  })

  it('are called what the workspace calls them, and as ever where it says nothing', () => {
    const before = nameStages()
    const named = nameStages({ lead: 'Interessent', invited: 'Invited' })
    expect(named).not.toBe(before)
    expect(stageLabel('lead')).toBe('Interessent')
    expect(stageLabel('invited')).toBe('Invited')
    expect(nameStages({ lead: 'Interessent' })).toBe(named)
    expect(nameStages()).toBe(named)
    expect(nameStages({})).toBe(before)
    expect(stageLabel('lead')).toBe('Lead')
  })

  it('lead one step forward along the road and nowhere beside it', () => {
    expect(nextStage('lead')).toBe('relationship')
    expect(nextStage('followUp')).toBe('signedUp')
    expect(nextStage('signedUp')).toBeNull()
    expect(nextStage('nurture')).toBeNull()
  })

  it('let a move be taken back where no gate is in the way', () => {
    expect(canTakeBack('lead', 'relationship')).toBe(true)
    expect(canTakeBack('qualified', 'notNow')).toBe(true)
    expect(canTakeBack('nurture', 'lead')).toBe(true)
    expect(canTakeBack('qualified', 'lead')).toBe(false)
    expect(canTakeBack('signedUp', 'followUp')).toBe(false)
  })

  it('are told from anything else that a URL may carry', () => {
    expect(isStage('invited')).toBe(true)
    expect(isStage('Invited')).toBe(false)
    expect(isStage(undefined)).toBe(false)
  })
})
