import { post } from '@/lib/api/client'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import type { Session } from '@/lib/auth/session'

type Acceptance = { token: string; name?: string; password?: string; timeZone?: string }

/** Comes out signed in there. The page is loaded anew: nothing of a workspace before may be shown in this one. */
export const acceptInvitation = async (acceptance: Acceptance) => {
  await post<Session>('/identity/invitations/accept', acceptance)
  tellOtherTabs('signed-in')
  location.assign('/today')
}
