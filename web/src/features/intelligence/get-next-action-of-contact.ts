import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { NextAction } from './list-next-actions'

export const getNextActionOfContact = (contactId: string) =>
  queryOptions({
    queryKey: ['intelligence', 'next-actions', 'contact', contactId],
    queryFn: ({ signal }) =>
      get<NextAction | null>(`/intelligence/next-actions/by-contact/${contactId}`, undefined, signal),
  })
