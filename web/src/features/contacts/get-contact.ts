import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Card } from './contact'

export const getContact = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'card', id],
    queryFn: ({ signal }) => get<Card>(`/contacts/${id}`, undefined, signal),
  })
