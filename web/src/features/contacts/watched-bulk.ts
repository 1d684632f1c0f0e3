import { useSyncExternalStore } from 'react'

let watched: string | null = null
const listeners = new Set<() => void>()

/** The change that the list shows the end of, also to somebody who has looked at a card meanwhile. */
export const watchBulk = (id: string | null) => {
  watched = id
  listeners.forEach((listener) => listener())
}

export const useWatchedBulk = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => watched,
  )
