import { queryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'

export type NextAction = {
  id: string
  contactId: string
  name: string
  stage: Stage
  warmth: number
  action: string
  title: string
  purpose: string
  reason: string
  reasons: string[]
  priority: number
  urgency: 'overdue' | 'now' | 'today' | 'soon'
  dueAt: string | null
  minutes: number
  followUpId: string | null
  late: boolean
  suggestedFact: string | null
  suggestedStage: Stage | null
}

/** The day's list, most valuable first, cut to the minutes the rep has; without minutes it is everybody. */
export const listNextActions = (minutes: number | undefined) =>
  queryOptions({
    queryKey: ['intelligence', 'next-actions', 'list', minutes ?? 'all'],
    queryFn: ({ signal }) => getPage<NextAction>('/intelligence/next-actions', { minutes, limit: 50 }, signal),
  })
