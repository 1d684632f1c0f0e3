import { isStatus } from '@/lib/api/problem'
import { refreshSession } from './refresh-session'
import { currentMe, endSession, sessionIsOver } from './session'

/** True when somebody is signed in; the first call of a page load asks the refresh cookie. Throws when the server is away. */
export const ensureSession = async () => {
  if (currentMe()) return true
  if (sessionIsOver()) return false
  try {
    await refreshSession()
    return true
  } catch (error) {
    if (!isStatus(error, 400, 401, 403)) throw error
    endSession('refused')
    return false
  }
}
