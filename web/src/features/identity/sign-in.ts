import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { openSession } from '@/lib/auth/open-session'

export type PendingSignIn = Schemas['PendingSignIn']

/** Null when the session is open; else what a code is still wanted for. */
export const signIn = async (request: { email: string; password: string }): Promise<PendingSignIn | null> => {
  const answer = await post<Schemas['SignInAnswer']>('/identity/sign-in', request)
  if ('secondFactor' in answer) return answer.secondFactor
  openSession(answer)
  return null
}
