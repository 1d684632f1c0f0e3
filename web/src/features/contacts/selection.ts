import { searchAsked } from './contact-filter'
import { type ContactPlace, whom } from './contact-place'

/** The ids that are chosen; with `all`, everybody whom the list means but these. */
export type Selection = { all: boolean; ids: ReadonlySet<string> }

export const noSelection: Selection = { all: false, ids: new Set() }
export const wholeList: Selection = { all: true, ids: new Set() }

/** The server takes so many by their ids, or left out of a list. */
export const mostIds = 1000

export const isChosen = ({ all, ids }: Selection, id: string) => ids.has(id) !== all

export const countChosen = ({ all, ids }: Selection, total: number) =>
  all ? Math.max(0, total - ids.size) : ids.size

/** Turns one row over; all between it and `from`, where that is given, become the same. */
export const choose = (
  selection: Selection,
  rows: { id: string }[],
  at: number,
  from?: number,
): Selection => {
  const row = rows[at]
  if (!row) return selection
  const chosen = !isChosen(selection, row.id)
  const [first, last] = from === undefined || from < at ? [from ?? at, at] : [at, from]
  const ids = new Set(selection.ids)
  for (const { id } of rows.slice(first, last + 1))
    if (chosen !== selection.all) ids.add(id)
    else ids.delete(id)
  return { ...selection, ids }
}

/** Whom the server is to change. */
export const meantBy = ({ all, ids }: Selection, place: ContactPlace) => {
  if (!all) return { ids: [...ids] }
  const { search, filter, ...plain } = whom(place)
  return {
    audience: { ...plain, search: searchAsked(search), filter: filter && JSON.stringify(filter) },
    except: ids.size > 0 ? [...ids] : undefined,
  }
}
