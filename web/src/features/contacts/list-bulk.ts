import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import { type Bulk, isUnderWay } from './bulk'

/** Changes in bulk of the last 30 days, newest first. */
export const listBulk = infiniteQueryOptions({
  queryKey: ['contacts', 'bulk', 'list'],
  queryFn: ({ pageParam, signal }) =>
    getPage<Bulk>('/contacts/bulk', { cursor: pageParam || undefined }, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: (query) =>
    query.state.data?.pages.some((page) => page.items.some(isUnderWay)) ? 1000 : false,
})
