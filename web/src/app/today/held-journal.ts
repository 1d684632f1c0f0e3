import type { HeldChange } from './held-change'

export type Kept = { member: string; key: string; change: HeldChange; since: number }

const place = 'flowstate.held'

/** What this tab has not sent yet, for the case that the phone kills it: the tab that comes back sends it. */
export const heldJournal = {
  write: (kept: Kept[]) => {
    try {
      sessionStorage.setItem(place, JSON.stringify(kept))
    } catch {
      // No storage here: then only a page that is killed, not one that is left, loses something.
    }
  },
  read: (): Kept[] => {
    try {
      return JSON.parse(sessionStorage.getItem(place) ?? '[]') as Kept[]
    } catch {
      return []
    }
  },
}
