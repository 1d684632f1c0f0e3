import type { Schemas } from '@/lib/api/schemas'

export type ImportColumn = Schemas['ImportColumnView']
export type Import = Schemas['ImportView']

export const isUnderWay = ({ state }: Pick<Import, 'state'>) =>
  state === 'queued' || state === 'running' || state === 'undoing'

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
