import { type QueryClient, useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { getWords, type Words } from '@/features/campaigns/get-words'
import type { NextAction } from '@/features/intelligence/list-next-actions'

/** As many as the server answers at once. */
const most = 50

export const wordsKey = ({ contactId, purpose }: Pick<NextAction, 'contactId' | 'purpose'>) =>
  `${contactId}:${purpose}`

const inPortions = (keys: string[]) =>
  Array.from({ length: Math.ceil(keys.length / most) }, (_, at) => keys.slice(at * most, (at + 1) * most))

// A row that leaves moves the others from portion to portion: meanwhile they keep the words they had.
const known = (queryClient: QueryClient, wanted: string[]) => {
  const found = queryClient
    .getQueriesData<Words[]>({ queryKey: ['campaigns', 'words'] })
    .flatMap(([, words]) => words ?? [])
    .filter((words) => wanted.includes(wordsKey(words)))
  return found.length > 0 ? found : undefined
}

const together = (portions: UseQueryResult<Words[]>[]) => ({
  wordsOf: new Map(portions.flatMap(({ data }) => data ?? []).map((words) => [wordsKey(words), words])),
  wordsPending: portions.some(({ isPending, isPlaceholderData }) => isPending || isPlaceholderData),
})

/** The ready words for every row, however long the list is. */
export const useWords = (actions: NextAction[]) => {
  const queryClient = useQueryClient()
  return useQueries({
    queries: inPortions(actions.map(wordsKey)).map((wanted) => ({
      ...getWords(wanted),
      placeholderData: () => known(queryClient, wanted),
    })),
    combine: together,
  })
}
