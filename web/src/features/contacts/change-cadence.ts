import { put } from '@/lib/api/client'
import type { Cadence } from './get-cadence'

export const changeCadence = (cadence: Cadence, version: number | string | undefined) =>
  put<Cadence>('/contacts/cadence', cadence, { ifMatch: version })
