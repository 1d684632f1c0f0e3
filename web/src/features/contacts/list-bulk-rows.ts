import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { BulkOutcome, BulkRow } from './bulk'

export const listBulkRows = (id: string, outcome: BulkOutcome) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'bulk', id, 'rows', outcome],
    queryFn: ({ pageParam, signal }) =>
      getPage<BulkRow>(`/contacts/bulk/${id}/rows`, { outcome, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
