import { put } from '@/lib/api/client'
import type { Cadence } from './get-cadence'

export const changeCadence = (cadence: Cadence) => put<Cadence>('/contacts/cadence', cadence)
