import { post } from '@/lib/api/client'
import type { Session } from '@/lib/auth/session'
import { enterSession } from './enter-session'

type Acceptance = { token: string; name?: string; password?: string; timeZone?: string }

export const acceptInvitation = async (acceptance: Acceptance) =>
  enterSession(await post<Session>('/identity/invitations/accept', acceptance), acceptance.token)
