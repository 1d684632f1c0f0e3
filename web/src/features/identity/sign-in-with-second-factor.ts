import { post } from '@/lib/api/client'
import type { Session } from '@/lib/auth/session'
import { enterSession } from './enter-session'

type Request = { challenge: string; code: string; invitation?: string }

export const signInWithSecondFactor = async (request: Request) =>
  enterSession(await post<Session>('/identity/sign-in/second-factor', request), request.invitation)
