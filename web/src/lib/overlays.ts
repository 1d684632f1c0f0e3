import { useSyncExternalStore } from 'react'

/** What can float above any page. One at a time. */
export type Overlay = 'add-contact' | 'add-three' | 'palette' | 'shortcuts' | 'more'

let open: Overlay | null = null
const listeners = new Set<() => void>()

export const showOverlay = (next: Overlay | null) => {
  open = next
  listeners.forEach((listener) => listener())
}

export const overlayIsOpen = () => open !== null

export const useOverlay = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
