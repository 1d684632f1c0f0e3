import { post } from '@/lib/api/client'
import { openSession } from '@/lib/auth/open-session'
import type { Session } from '@/lib/auth/session'

export const signInWithSecondFactor = async (request: { challenge: string; code: string }) =>
  openSession(await post<Session>('/identity/sign-in/second-factor', request))
