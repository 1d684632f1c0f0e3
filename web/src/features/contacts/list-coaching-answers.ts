import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type AnsweredDay = Schemas['ListCoachingAnswersResponse']

/** The last days before a date; the day itself is asked for by itself. */
export const listCoachingAnswers = (before: string) =>
  queryOptions({
    queryKey: ['contacts', 'coaching-answers', before],
    queryFn: ({ signal }) => get<AnsweredDay[]>('/contacts/coaching/answers', { before, days: 14 }, signal),
  })
