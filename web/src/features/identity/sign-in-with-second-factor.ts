import { post } from '@/lib/api/client'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { type Session, startSession } from '@/lib/auth/session'

export const signInWithSecondFactor = async (request: { challenge: string; code: string }) => {
  startSession(await post<Session>('/identity/sign-in/second-factor', request))
  tellOtherTabs('signed-in')
}
