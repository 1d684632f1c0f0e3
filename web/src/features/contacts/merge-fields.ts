import { stageLabel } from '@/lib/stages'
import type { Card } from './contact'
import type { CustomField } from './custom-field'
import type { Side } from './merge-contacts'
import { fieldWords } from './show-field'

/** One field in which two contacts say different things. `own` is the label of a field of the workspace's own. */
export type Difference = {
  name: string
  own?: string
  kept: string
  other: string
  sides: Side[]
  suggested: Side
}

const listed = (points: Card['emails']) => points.map(({ normalised, value }) => normalised ?? value)

const single = [
  'firstName',
  'lastName',
  'organisation',
  'title',
  'country',
  'language',
  'timeZone',
  'source',
] as const

const lists = ['emails', 'phones', 'tags', 'notes'] as const
const handles = ['instagram', 'messenger', 'whatsapp', 'linkedin'] as const
const answers = ['why', 'desiredOutcome', 'timeline', 'decisionMaker'] as const

const listOf = (card: Card, name: (typeof lists)[number]): string[] => {
  if (name === 'notes') return card.notes ? [card.notes] : []
  return name === 'tags' ? card.tags : listed(card[name])
}

const reached = (card: Card) =>
  ['lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp'].indexOf(
    card.stage === 'notNow' || card.stage === 'nurture' ? (card.returnsTo ?? 'lead') : card.stage,
  )

/** Where both have something and it is not the same. What only one has needs no choice: it is kept. */
export const differences = (kept: Card, other: Card, fields: CustomField[]): Difference[] => {
  const found: Difference[] = []
  const one = (name: string, mine: string | null | undefined, theirs: string | null | undefined) => {
    if (mine && theirs && mine !== theirs)
      found.push({ name, kept: mine, other: theirs, sides: ['kept', 'other'], suggested: 'kept' })
  }
  for (const name of single) one(name, kept[name], other[name])
  for (const name of lists) {
    const [mine, theirs] = [listOf(kept, name), listOf(other, name)]
    if (mine.length && theirs.length && [...mine].sort().join('\n') !== [...theirs].sort().join('\n'))
      found.push({
        name,
        kept: mine.join('\n'),
        other: theirs.join('\n'),
        sides: ['both', 'kept', 'other'],
        suggested: 'both',
      })
  }
  one('warmth', kept.warmth ? '★'.repeat(kept.warmth) : '', other.warmth ? '★'.repeat(other.warmth) : '')
  for (const name of handles) one(`handles.${name}`, kept.handles[name], other.handles[name])
  if (kept.stage !== other.stage)
    found.push({
      name: 'stage',
      kept: stageLabel(kept.stage),
      other: stageLabel(other.stage),
      sides: ['kept', 'other'],
      suggested: reached(other) > reached(kept) ? 'other' : 'kept',
    })
  for (const name of answers)
    one(`qualification.${name}`, kept.qualification[name], other.qualification[name])
  for (const field of fields) {
    const [mine, theirs] = [
      fieldWords(field, kept.fields[field.key]),
      fieldWords(field, other.fields[field.key]),
    ]
    if (!mine || !theirs || mine === theirs) continue
    const several = field.kind === 'multiChoice'
    found.push({
      name: `fields.${field.key}`,
      own: field.label,
      kept: mine,
      other: theirs,
      sides: several ? ['both', 'kept', 'other'] : ['kept', 'other'],
      suggested: several ? 'both' : 'kept',
    })
  }
  return found
}
