import { useEffect, useSyncExternalStore } from 'react'

let count = 0
const listeners = new Set<() => void>()

const add = (n: number) => {
  count += n
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Counts the caller as a sheet for as long as it stands. */
export const useStandsOpen = () =>
  useEffect(() => {
    add(1)
    return () => add(-1)
  }, [])

export const useSheetOpen = () => useSyncExternalStore(subscribe, () => count > 0)
