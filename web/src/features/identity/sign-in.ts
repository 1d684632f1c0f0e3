import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { enterSession } from './enter-session'

export type PendingSignIn = Schemas['PendingSignIn']

type Request = { email: string; password: string; invitation?: string }

/** Null when the session is open; else what a second factor is still wanted for. */
export const signIn = async (request: Request): Promise<PendingSignIn | null> => {
  const answer = await post<Schemas['SignInAnswer']>('/identity/sign-in', request)
  if ('secondFactor' in answer) return answer.secondFactor
  enterSession(answer, request.invitation)
  return null
}
