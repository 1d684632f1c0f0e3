import { infiniteQueryOptions } from '@tanstack/react-query'
import { getPage } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { searchAsked } from './contact-filter'
import type { ContactPlace } from './contact-place'

export type Extras = Omit<Schemas['ListContactsExtras'], 'fields'> & { fields: Record<string, unknown> }
export type ContactRow = Omit<Schemas['ListContactsResponse'], 'extras'> & { extras?: Extras | null }

/** Newest first unless it is sorted, 50 a page; `extras` brings what further columns show. */
export const listContacts = ({ search, stage, warmth, filter, sort }: ContactPlace, extras = false) => {
  const asked = {
    search: searchAsked(search),
    stage,
    warmth,
    filter: filter && JSON.stringify(filter),
    sort,
    extras: extras || undefined,
  }
  return infiniteQueryOptions({
    queryKey: ['contacts', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      getPage<ContactRow>('/contacts', { ...asked, cursor: pageParam || undefined, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}
