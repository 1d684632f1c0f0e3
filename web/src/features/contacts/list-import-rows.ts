import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'

export const rowOutcomes = ['created', 'updated', 'duplicate', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type ImportRow = { row: number; outcome: RowOutcome; contactId: string | null; name: string | null; reason: string | null }

export const listImportRows = (id: string, outcome: RowOutcome) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'import', id, 'rows', outcome],
    queryFn: ({ pageParam, signal }) =>
      getPage<ImportRow>(`/contacts/imports/${id}/rows`, { outcome, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
