import { get } from '@/lib/api/client'

export const getSetup = () => get<{ needsSetup: boolean }>('/identity/setup')
