import { post } from '@/lib/api/client'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { type Session, startSession } from '@/lib/auth/session'

export const signIn = async (request: { email: string; password: string }) => {
  startSession(await post<Session>('/identity/sign-in', request))
  tellOtherTabs('signed-in')
}
