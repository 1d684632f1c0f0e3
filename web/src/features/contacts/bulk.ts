import type { Schemas } from '@/lib/api/schemas'

export type Bulk = Schemas['BulkView']
export type BulkRow = Schemas['ListBulkRowsResponse']
export type BulkOutcome = Schemas['BulkOutcome']

/** What is to be done, without whom. */
export type BulkOrder = Pick<Schemas['StartBulkRequest'], 'tags' | 'ownerId' | 'to' | 'force' | 'reason'> & {
  action: Schemas['BulkAction']
}

export const isUnderWay = ({ state }: Pick<Bulk, 'state'>) =>
  state === 'queued' || state === 'running' || state === 'undoing'
