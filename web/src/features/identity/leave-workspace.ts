import { post } from '@/lib/api/client'
import { finishWork } from '@/lib/auth/session'
import { tabLock } from '@/lib/auth/single-flight'

/** The page is loaded anew: the session goes on in another workspace, or it is over. */
export const leaveWorkspace = async () => {
  await finishWork()
  await tabLock('flowstate-refresh', () => post('/identity/members/leave'))
  // Whose session goes on is led from there to Today.
  location.assign('/sign-in?why=left')
}
