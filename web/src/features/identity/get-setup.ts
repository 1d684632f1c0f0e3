import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const getSetup = () => get<Schemas['GetSetupResponse']>('/identity/setup')
