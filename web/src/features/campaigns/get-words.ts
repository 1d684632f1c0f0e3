import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Words = Schemas['GetWordsResponse']

/** Ready words for up to 50 people at once; `wanted` holds `contactId:purpose`. */
export const getWords = (wanted: string[]) =>
  queryOptions({
    queryKey: ['campaigns', 'words', ...wanted],
    queryFn: ({ signal }) => get<Words[]>('/campaigns/words', { for: wanted }, signal),
    enabled: wanted.length > 0,
  })
