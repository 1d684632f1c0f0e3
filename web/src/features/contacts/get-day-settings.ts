import { queryOptions } from '@tanstack/react-query'
import { getVersioned } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type DaySettings = Schemas['DaySettingsView']

export const getDaySettings = queryOptions({
  queryKey: ['contacts', 'day-settings'],
  queryFn: ({ signal }) => getVersioned<DaySettings>('/contacts/day-settings', signal),
})
