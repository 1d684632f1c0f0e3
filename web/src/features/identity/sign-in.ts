import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { startSession } from '@/lib/auth/session'

export type PendingSignIn = Schemas['PendingSignIn']

/** Null when the session is open; else what a code is still wanted for. */
export const signIn = async (request: { email: string; password: string }): Promise<PendingSignIn | null> => {
  const answer = await post<Schemas['SignInAnswer']>('/identity/sign-in', request)
  if ('secondFactor' in answer) return answer.secondFactor
  startSession(answer)
  tellOtherTabs('signed-in')
  return null
}
