import { type ContactFilter, contactFilter } from './contact-filter'
import type { Group } from './filter-tree'

export const sorts = [
  '-created',
  'created',
  'name',
  '-name',
  '-lastTouch',
  'lastTouch',
  'nextTouch',
  '-nextTouch',
] as const
export type Sort = (typeof sorts)[number]
export const newestFirst: Sort = '-created'

/** Where one is in the list: all of it stands in the URL. */
export type ContactPlace = ContactFilter & { filter?: Group; sort?: Sort; columns?: string[]; view?: string }

/** Reads the place out of a URL; what makes no sense is left out. What the filter says is the server's to judge. */
export const contactPlace = (url: Record<string, unknown>): ContactPlace => {
  const { filter, view, columns } = url
  const sort = sorts.find((each) => each === url.sort && each !== newestFirst)
  const named = Array.isArray(columns) ? columns.filter((each) => typeof each === 'string').slice(0, 30) : []
  return {
    ...contactFilter(url),
    ...(filter && typeof filter === 'object' && ('all' in filter || 'any' in filter)
      ? { filter: filter as Group }
      : {}),
    ...(sort ? { sort } : {}),
    ...(named.length > 0 ? { columns: named } : {}),
    ...(typeof view === 'string' ? { view } : {}),
  }
}

/** The place without what only says how it is shown. */
export const whom = ({ search, stage, warmth, filter }: ContactPlace) => ({ search, stage, warmth, filter })

export const isNarrowed = (place: ContactPlace) =>
  Object.values(whom(place)).some((each) => each !== undefined)
