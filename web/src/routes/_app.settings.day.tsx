import { createFileRoute } from '@tanstack/react-router'
import { DayPage } from '@/app/settings/day-page'

export const Route = createFileRoute('/_app/settings/day')({ component: DayPage })
