import { del } from '@/lib/api/client'

export const endOtherSessions = () => del('/identity/sessions')
