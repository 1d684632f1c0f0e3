import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Words = Schemas['GetWordsResponse']

/** As many as the server answers at once. */
const most = 50

export const wordsKey = ({ contactId, purpose }: Pick<Words, 'contactId' | 'purpose'>) =>
  `${contactId}:${purpose}`

/** Ready words for any number of people; `wanted` holds their `wordsKey`. */
export const getWords = (wanted: string[]) =>
  queryOptions({
    queryKey: ['campaigns', 'words', ...wanted],
    queryFn: async ({ signal }) => {
      const portions = Array.from({ length: Math.ceil(wanted.length / most) }, (_, at) =>
        get<Words[]>('/campaigns/words', { for: wanted.slice(at * most, (at + 1) * most) }, signal),
      )
      return (await Promise.all(portions)).flat()
    },
    enabled: wanted.length > 0,
  })
