import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { type ContactFilter, searchAsked } from './contact-filter'

export type ContactRow = Schemas['ListContactsResponse']

/** Newest first, 50 a page. */
export const listContacts = ({ search, stage, warmth }: ContactFilter) => {
  const asked = { search: searchAsked(search), stage, warmth }
  return infiniteQueryOptions({
    queryKey: ['contacts', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      getPage<ContactRow>('/contacts', { ...asked, cursor: pageParam || undefined, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}
