import { put } from '@/lib/api/client'
import type { DaySettings } from './get-day-settings'

export const changeDaySettings = (settings: DaySettings, version: number | string | undefined) =>
  put<DaySettings>('/contacts/day-settings', settings, { ifMatch: version })
