import type { Schemas } from '@/lib/api/schemas'
import { type ContactPlace, newestFirst, type Sort, sorts } from './contact-place'
import { type Group, groupOf, isAny, isGroup, type Node, partsOf, sameFilter } from './filter-tree'

export type SavedView = Omit<Schemas['ViewItem'], 'filter'> & { filter: unknown }
export type ViewDraft = { name: string; shared: boolean; filter: Group | null; sort: Sort; columns: string[] }

/** The place a view leads to. */
export const placeOf = (view: SavedView): ContactPlace => {
  const sort = sorts.find((each) => each === view.sort && each !== newestFirst)
  return {
    view: view.id,
    ...(isGroup(view.filter) ? { filter: view.filter } : {}),
    ...(sort ? { sort } : {}),
    ...(view.columns.length > 0 ? { columns: view.columns } : {}),
  }
}

/** Stage and warmth, which are chosen beside the filter, as part of it: a view keeps one filter. */
export const wholeFilter = ({ stage, warmth, filter }: ContactPlace): Group | null => {
  const beside: Node[] = [
    ...(stage ? [{ field: 'stage', op: 'is', value: stage } as const] : []),
    ...(warmth ? [{ field: 'warmth', op: 'is', value: warmth } as const] : []),
  ]
  if (beside.length === 0) return filter ?? null
  if (!filter) return groupOf(false, beside)
  return groupOf(false, [...beside, ...(isAny(filter) ? [filter] : partsOf(filter))])
}

/** How it looks now, under a name. */
export const draftOf = (place: ContactPlace, name: string, shared: boolean): ViewDraft => ({
  name,
  shared,
  filter: wholeFilter(place),
  sort: place.sort ?? newestFirst,
  columns: place.columns ?? [],
})

/** Whether what is looked at is no longer what the view keeps. A search is never kept. */
export const isChanged = (view: SavedView, place: ContactPlace) =>
  !sameFilter(view.filter, wholeFilter(place)) ||
  view.sort !== (place.sort ?? newestFirst) ||
  view.columns.join('\n') !== (place.columns ?? []).join('\n')
