import { type ContactValues } from './contact-values'

export type Side = 'mine' | 'theirs'
export type Clash = { field: keyof ContactValues; mine: string; theirs: string; suggested: Side }

const show = (value: ContactValues[keyof ContactValues]): string =>
  Array.isArray(value)
    ? value
        .map((each) => each.value)
        .filter(Boolean)
        .join(', ')
    : String(value || '')

/** The fields on which both versions differ. Suggested is the side that moved away from what the editor started with. */
export const clashes = (base: ContactValues, mine: ContactValues, theirs: ContactValues): Clash[] =>
  (Object.keys(base) as (keyof ContactValues)[])
    .map((field) => ({
      field,
      mine: show(mine[field]),
      theirs: show(theirs[field]),
      start: show(base[field]),
    }))
    .filter((each) => each.mine !== each.theirs)
    .map(({ start, ...each }) => ({ ...each, suggested: each.mine === start ? 'theirs' : 'mine' }))

export const resolve = (
  mine: ContactValues,
  theirs: ContactValues,
  choice: Partial<Record<keyof ContactValues, Side>>,
) => {
  const merged = { ...theirs }
  for (const field of Object.keys(mine) as (keyof ContactValues)[])
    if (choice[field] === 'mine') Object.assign(merged, { [field]: mine[field] })
  return merged
}
