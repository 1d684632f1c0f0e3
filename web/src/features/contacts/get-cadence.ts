import { queryOptions } from '@tanstack/react-query'
import { getVersioned } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

/** Days between touches by stars; null = never. */
export type Cadence = Schemas['CadenceDays']

export const getCadence = queryOptions({
  queryKey: ['contacts', 'cadence'],
  queryFn: ({ signal }) => getVersioned<Cadence>('/contacts/cadence', signal),
})
