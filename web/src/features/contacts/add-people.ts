import type { ContactDraft } from '@/features/contacts/contact'
import { draftFromLine } from '@/features/contacts/draft-from-line'
import { problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/today'

export type Line = { name: string; reach: string; nameError?: string; reachError?: string }

export const blankLine: Line = { name: '', reach: '' }

export const isFilled = ({ name, reach }: Line) => Boolean(name.trim() || reach.trim())

const isNameless = (line: Line) => isFilled(line) && !line.name.trim()

const refused = (line: Line, error: unknown): Line => {
  const why = sentenceOf(error)
  const aboutName = Object.keys(problemOf(error).errors ?? {}).some((field) => /name/i.test(field))
  return aboutName ? { ...line, nameError: why } : { ...line, reachError: why }
}

/**
 * Adds one person per filled line and shows after each how the lines stand: who is in leaves a blank line, who was
 * refused stays in it with the reason. Nobody is sent while a line has no name.
 */
export const addPeople = async (
  lines: Line[],
  create: (draft: ContactDraft) => Promise<unknown>,
  show: (lines: Line[]) => void,
): Promise<{ added: number; left: boolean }> => {
  let now = lines.map((line): Line => ({
    name: line.name,
    reach: line.reach,
    ...(isNameless(line) ? { nameError: t('today.threeNameless') } : {}),
  }))
  show(now)
  if (now.some(isNameless)) return { added: 0, left: true }
  let added = 0
  for (const [at, line] of now.entries()) {
    if (!isFilled(line)) continue
    const after = await create(draftFromLine(line)).then(
      () => blankLine,
      (error: unknown) => refused(line, error),
    )
    if (after === blankLine) added++
    now = now.with(at, after)
    show(now)
  }
  return { added, left: now.some(isFilled) }
}
