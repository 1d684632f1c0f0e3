import { post } from '@/lib/api/client'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { finishWork } from '@/lib/auth/session'
import { tabLock } from '@/lib/auth/single-flight'

/** The page is loaded anew: nothing of the one workspace may be shown in the other. */
export const switchWorkspace = async (workspaceId: string) => {
  await finishWork()
  // In turn with the refreshes: one answered after it would bring back the workspace before.
  await tabLock('flowstate-refresh', () => post('/identity/sessions/switch', { workspaceId }))
  tellOtherTabs('signed-in')
  location.assign('/today')
}
