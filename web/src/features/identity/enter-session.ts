import { openSession } from '@/lib/auth/open-session'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import type { Session } from '@/lib/auth/session'

/** Who comes by an invitation begins with a page loaded anew: nothing of a workspace before may be shown in this one. */
export const enterSession = (session: Session, invitation: string | undefined) => {
  if (invitation === undefined) return openSession(session)
  tellOtherTabs('signed-in')
  // In place of the link, which is spent: nobody comes back to it.
  location.replace('/today')
}
