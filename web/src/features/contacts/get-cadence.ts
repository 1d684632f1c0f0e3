import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'

/** Days between touches by stars; null = never. */
export type Cadence = Record<'five' | 'four' | 'three' | 'two' | 'one', number | null>

export const getCadence = queryOptions({
  queryKey: ['contacts', 'cadence'],
  queryFn: ({ signal }) => get<Cadence>('/contacts/cadence', undefined, signal),
})
