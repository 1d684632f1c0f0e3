import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type RowOutcome = Schemas['RowOutcome']

export type ImportRow = Schemas['ListImportRowsResponse']

export const listImportRows = (id: string, outcome: RowOutcome) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'import', id, 'rows', outcome],
    queryFn: ({ pageParam, signal }) =>
      getPage<ImportRow>(`/contacts/imports/${id}/rows`, { outcome, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
