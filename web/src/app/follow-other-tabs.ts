import type { QueryClient } from '@tanstack/react-query'
import { onOtherTab } from '@/lib/auth/other-tabs'
import { refreshSession } from '@/lib/auth/refresh-session'
import { endSession, finishWork, onTakeover } from '@/lib/auth/session'

type Props = { queryClient: QueryClient; again: () => void }

/** The session is the browser's: who signs in or out in one tab does so in all of them. */
export const followOtherTabs = ({ queryClient, again }: Props) => {
  onTakeover(() => {
    queryClient.clear()
    location.reload()
  })
  onOtherTab((word) => {
    if (word === 'signed-in') void refreshSession().then(again, () => undefined)
    // Our token still holds for some minutes: long enough for what this tab has not sent yet.
    else
      void finishWork()
        .catch(() => undefined)
        .finally(endSession)
  })
}
