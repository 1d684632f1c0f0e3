import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Merge } from './duplicate'

/** The newest that can still be undone. */
export const listMerges = queryOptions({
  queryKey: ['contacts', 'merges'],
  queryFn: ({ signal }) => get<Merge[]>('/contacts/merges', { limit: 10 }, signal),
})
