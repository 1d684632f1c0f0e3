export type ImportColumn = { column: string; samples: string[]; field: string | null }

export type Import = {
  id: string
  fileName: string
  kind: 'vcard' | 'csv'
  format: string
  encoding: string
  delimiter: string | null
  state: 'mapping' | 'queued' | 'running' | 'done' | 'failed'
  columns: ImportColumn[]
  fields: string[]
  total: number
  processed: number
  created: number
  updated: number
  duplicates: number
  refused: number
  error: string | null
  createdAt: string
  finishedAt: string | null
  ratePerSecond: number | null
}

export const isUnderWay = ({ state }: Pick<Import, 'state'>) => state === 'queued' || state === 'running'

const tellsWho = new Set(['firstName', 'lastName', 'name', 'email', 'phone', 'organisation'])

/** Whether a mapping keeps at least one column that tells people apart. */
export const canTellWho = (columns: Pick<ImportColumn, 'field'>[]) =>
  columns.some(({ field }) => field !== null && tellsWho.has(field))

/** Seconds left at the present rate; null when nothing can be said yet. */
export const secondsLeft = ({ total, processed, ratePerSecond }: Pick<Import, 'total' | 'processed' | 'ratePerSecond'>) =>
  ratePerSecond && ratePerSecond > 0 && total > processed ? Math.ceil((total - processed) / ratePerSecond) : null
