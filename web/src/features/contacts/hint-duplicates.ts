import { queryOptions } from '@tanstack/react-query'
import { post } from '@/lib/api/client'
import type { DuplicateHint } from './duplicate'

export type Draft = {
  firstName: string
  lastName: string
  organisation: string
  country: string
  emails: string[]
  phones: string[]
}

/** Who somebody may be who is about to be added. Half a name says nothing. */
export const hintDuplicates = (draft: Draft) =>
  queryOptions({
    queryKey: ['contacts', 'duplicate-hint', draft],
    queryFn: () =>
      post<DuplicateHint[]>('/contacts/duplicates/hint', { ...draft, country: draft.country || null }),
    enabled: draft.emails.length > 0 || draft.phones.length > 0 || Boolean(draft.firstName && draft.lastName),
    staleTime: 30_000,
    retry: false,
  })
