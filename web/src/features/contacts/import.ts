import type { Schemas } from '@/lib/api/schemas'

export type ImportColumn = Schemas['ImportColumnView']

/** Where a column goes: a field by name, one of the workspace's own as `fields.key`, or one to be made. */
export type ColumnGoal = Pick<Schemas['MappedColumn'], 'field' | 'new'>

export const newField = 'newField'

/** How a mapping names a field of the workspace's own. */
export const ownGoal = (key: string) => `fields.${key}`

export type Import = Schemas['ImportView']

export const isUnderWay = ({ state }: Pick<Import, 'state'>) =>
  state === 'checking' || state === 'queued' || state === 'running' || state === 'undoing'

export const isOver = ({ state }: Pick<Import, 'state'>) =>
  state === 'done' || state === 'failed' || state === 'undone'

export const goalOf = ({ field, new: made }: ImportColumn): ColumnGoal => ({
  field: field ?? 'ignore',
  ...(made && { new: made }),
})

const tellsWho = new Set<string>(['firstName', 'lastName', 'name', 'email', 'phone', 'organisation'])

/** Whether a mapping keeps at least one column that tells people apart. */
export const canTellWho = (columns: { field: string | null }[]) =>
  columns.some(({ field }) => field !== null && tellsWho.has(field))

/** Seconds left at the present rate; null when nothing can be said yet. */
export const secondsLeft = ({
  total,
  processed,
  ratePerSecond,
}: Pick<Import, 'total' | 'processed' | 'ratePerSecond'>) =>
  ratePerSecond && ratePerSecond > 0 && total > processed
    ? Math.ceil((total - processed) / ratePerSecond)
    : null
