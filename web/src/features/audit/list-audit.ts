import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { fromLocalInput } from '@/lib/time/local-input'
import type { AuditFilter } from './audit-filter'

export type AuditEntry = Omit<Schemas['ListAuditResponse'], 'changes'> & { changes: Record<string, unknown> }

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const startOfDay = (day: string) => fromLocalInput(`${day}T00:00`)?.toISOString()

/** Newest first, 50 a page. A day is one of the member's own time zone. */
export const listAudit = ({ from, to, ...filter }: AuditFilter) => {
  const asked = {
    ...filter,
    ...(from ? { from: startOfDay(from) } : {}),
    ...(to ? { to: startOfDay(nextDay(to)) } : {}),
  }
  return infiniteQueryOptions({
    queryKey: ['platform', 'audit', asked],
    queryFn: ({ pageParam, signal }) =>
      getPage<AuditEntry>('/platform/audit', { ...asked, cursor: pageParam || undefined, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}
