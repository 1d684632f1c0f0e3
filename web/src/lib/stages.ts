import type { Schemas } from './api/schemas'
import { t } from './i18n/translate'
import { keepChoice, keptChoice } from './kept-choice'

export const stages = [
  'lead',
  'relationship',
  'invited',
  'qualified',
  'presentationSent',
  'followUp',
  'signedUp',
  'notNow',
  'nurture',
] as const satisfies Schemas['Stage'][]

export type Stage = Schemas['Stage']

export const sideStages: readonly Stage[] = ['notNow', 'nurture']

export const isStage = (value: unknown): value is Stage => stages.includes(value as Stage)

/** What the workspace calls them, where it has words of its own; kept here so that the first paint knows them. */
let own = readNames()

function readNames(): Partial<Record<Stage, string>> {
  try {
    return JSON.parse(keptChoice('stage-names') ?? '{}') as Partial<Record<Stage, string>>
  } catch {
    return {}
  }
}

export const stageLabel = (stage: Stage) => own[stage] ?? t(`stage.${stage}`)

/** Takes the workspace's names, once they are known, and answers with all that are shown: the same ones, the same text. */
export const nameStages = (labels?: Partial<Record<Stage, string>>) => {
  if (labels) {
    own = {}
    for (const stage of stages) {
      const label = labels[stage]
      if (label && label !== t(`stage.${stage}`)) own[stage] = label
    }
    keepChoice('stage-names', JSON.stringify(own))
  }
  return stages.map(stageLabel).join('\n')
}

/** The stage a contact moves to next on the main road; null at its end and beside it. */
export const nextStage = (stage: Stage): Stage | null => {
  const road = stages.filter((each) => !sideStages.includes(each))
  const at = road.indexOf(stage)
  return at < 0 ? null : (road[at + 1] ?? null)
}

/** Whether a move can be taken back: the way back leads backward, or to or from the side; forward there are gates. */
export const canTakeBack = (from: Stage, to: Stage) =>
  sideStages.includes(from) || sideStages.includes(to) || stages.indexOf(to) > stages.indexOf(from)

const variables: Record<Stage, string> = {
  lead: 'var(--s-lead)',
  relationship: 'var(--s-relationship)',
  invited: 'var(--s-invited)',
  qualified: 'var(--s-qualified)',
  presentationSent: 'var(--s-presentation-sent)',
  followUp: 'var(--s-follow-up)',
  signedUp: 'var(--s-signed-up)',
  notNow: 'var(--s-not-now)',
  nurture: 'var(--s-nurture)',
}

/** The token that colours a stage; always beside its name, never alone. */
export const stageColour = (stage: Stage) => variables[stage] ?? 'var(--s-not-now)'
