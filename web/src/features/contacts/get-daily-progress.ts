import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'

export type DailyProgress = {
  date: string
  timeZone: string
  invites: { done: number; target: number }
  followUps: { done: number; target: number }
  streakDays: number
}

export const getDailyProgress = queryOptions({
  queryKey: ['contacts', 'daily-progress'],
  queryFn: ({ signal }) => get<DailyProgress>('/contacts/daily-progress', undefined, signal),
})
