import { sayFailed } from '@/components/toast'
import { post } from '@/lib/api/client'
import { sentenceOf } from '@/lib/api/problem'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { endSession, finishWork } from '@/lib/auth/session'
import { tabLock } from '@/lib/auth/single-flight'
import { t } from '@/lib/i18n/translate'

/** Ends the session here only when the server has ended it: else the cookie would sign in again by itself. */
export const signOut = async () => {
  try {
    await finishWork()
    // In turn with the refreshes: one that is answered after it would open the session again.
    await tabLock('flowstate-refresh', () =>
      post('/identity/sign-out', undefined, { headers: { 'X-Flowstate': '1' } }),
    )
  } catch (error) {
    return sayFailed(t('signOut.failed', { why: sentenceOf(error) }))
  }
  endSession()
  tellOtherTabs('signed-out')
}
