import { put } from '@/lib/api/client'
import type { Cadence } from './get-cadence'

export const updateCadence = (cadence: Cadence) => put<Cadence>('/contacts/cadence', cadence)
