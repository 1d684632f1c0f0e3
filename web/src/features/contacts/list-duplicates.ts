import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { DuplicatePair } from './duplicate'

/** The surest first, 25 a page. */
export const listDuplicates = infiniteQueryOptions({
  queryKey: ['contacts', 'duplicates'],
  queryFn: ({ pageParam, signal }) =>
    getPage<DuplicatePair>('/contacts/duplicates', { cursor: pageParam || undefined }, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})
