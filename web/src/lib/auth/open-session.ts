import { tellOtherTabs } from './other-tabs'
import { type Session, startSession } from './session'

/** A person signed in here: every tab is theirs now. */
export const openSession = (session: Session) => {
  startSession(session)
  tellOtherTabs('signed-in')
}
