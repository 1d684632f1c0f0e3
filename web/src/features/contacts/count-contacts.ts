import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import { searchAsked } from './contact-filter'
import { type ContactPlace, whom } from './contact-place'

export type Counted = { count: number; exact: boolean }

export const countContacts = (place: ContactPlace) => {
  const { filter, ...plain } = whom(place)
  const asked = {
    ...plain,
    search: searchAsked(plain.search),
    filter: filter && JSON.stringify(filter),
  }
  return queryOptions({
    // Under the list's key: whatever makes that one old makes this one old.
    queryKey: ['contacts', 'list', 'count', asked],
    queryFn: ({ signal }) => get<Counted>('/contacts/count', asked, signal),
    placeholderData: keepPreviousData,
  })
}
