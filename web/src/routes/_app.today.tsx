import { createFileRoute } from '@tanstack/react-router'
import { TodayPage } from '@/app/today/today-page'

type Search = { minutes?: number | 'all' }

export const Route = createFileRoute('/_app/today')({
  validateSearch: ({ minutes }: Record<string, unknown>): Search => {
    if (minutes === 'all') return { minutes }
    const number = Number(minutes)
    return Number.isInteger(number) && number > 0 && number <= 480 ? { minutes: number } : {}
  },
  component: TodayPage,
})
