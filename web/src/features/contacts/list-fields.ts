import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { CustomField } from './custom-field'

/** In their order, archived ones last. */
export const listFields = queryOptions({
  queryKey: ['contacts', 'fields'],
  queryFn: ({ signal }) => get<CustomField[]>('/contacts/fields', undefined, signal),
  staleTime: 5 * 60_000,
})
