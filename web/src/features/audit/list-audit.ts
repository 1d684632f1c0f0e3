import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { type AuditFilter, asked } from './audit-filter'

export type AuditEntry = Omit<Schemas['ListAuditResponse'], 'changes'> & { changes: Record<string, unknown> }

/** Newest first, 50 a page. */
export const listAudit = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['platform', 'audit', asked(filter)],
    queryFn: ({ pageParam, signal }) =>
      getPage<AuditEntry>(
        '/platform/audit',
        { ...asked(filter), cursor: pageParam || undefined, limit: 50 },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
