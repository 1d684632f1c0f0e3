export type Change = { name: string; before?: string; after?: string }

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

type Words = { empty: string; yes: string; no: string; time: (iso: string) => string }

/** A value as a person reads it; what has no simple form stays as it was written down. */
export const readable = (value: unknown, words: Words): string => {
  if (value === null || value === undefined || value === '') return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number'))
    return value.length > 0 ? value.join(', ') : words.empty
  if (typeof value === 'string') return moment.test(value) ? words.time(value) : value
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** `minutes_per_day` → "minutes per day". */
export const columnName = (column: string) =>
  column
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()

// They change with every write and tell nothing by themselves.
const noise = new Set(['version', 'updated_at', 'workspace_id'])

/** After an update each column stands with [before, after]; else with its value alone. */
export const changesOf = (action: string, changes: Record<string, unknown>, words: Words): Change[] =>
  Object.entries(changes)
    .filter(([name]) => !noise.has(name))
    .map(([column, value]) => {
      const name = columnName(column)
      if (action === 'update' && Array.isArray(value) && value.length === 2)
        return { name, before: readable(value[0], words), after: readable(value[1], words) }
      return action === 'delete'
        ? { name, before: readable(value, words) }
        : { name, after: readable(value, words) }
    })
