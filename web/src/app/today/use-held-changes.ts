import { useEffect, useSyncExternalStore } from 'react'
import { beforeSessionEnds, currentMe, onSessionEnd, useMe } from '@/lib/auth/session'
import { queryClient } from '../query-client'
import { sendHeld } from './held-change'
import { createHeldChanges } from './held-changes'
import { heldJournal } from './held-journal'

// One for the app, not for the page: whoever goes on to the board, or to WhatsApp, can still undo.
const heldChanges = createHeldChanges({
  member: () => currentMe()?.id,
  send: sendHeld,
  journal: heldJournal,
  refresh: () => {
    void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
    return queryClient.invalidateQueries({ queryKey: ['contacts'] })
  },
})

beforeSessionEnds(heldChanges.finish)
onSessionEnd(heldChanges.stop)
window.addEventListener('pagehide', heldChanges.leave)
window.addEventListener('pageshow', ({ persisted }) => {
  // Back from the browser's store: which of the last requests arrived is not known, so they go once more.
  if (!persisted) return
  heldChanges.stop()
  heldChanges.resume()
})

export const useHeldChanges = () => ({
  gone: useSyncExternalStore(heldChanges.subscribe, heldChanges.gone),
  hold: heldChanges.hold,
})

/** Sends what the member left behind in this tab when the phone killed it. */
export const useHeldLeftovers = () => {
  const member = useMe()?.id
  useEffect(() => {
    if (member) heldChanges.resume()
  }, [member])
}
