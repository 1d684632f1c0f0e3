import type { Schemas } from './api/schemas'
import { t } from './i18n/translate'

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

export const stageLabel = (stage: Stage) => t(`stage.${stage}`)

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
