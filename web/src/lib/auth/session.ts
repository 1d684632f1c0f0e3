import { useSyncExternalStore } from 'react'
import type { Schemas } from '@/lib/api/schemas'
import { setAccessToken } from './access-token'

export type Me = Schemas['Me']
export type Session = Schemas['SignedIn']

let me: Me | null = null
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

export const currentMe = () => me

export const startSession = (session: Session) => {
  setAccessToken(session.accessToken)
  me = session.me
  tell()
}

export const changeMe = (next: Me) => {
  me = next
  tell()
}

const endings = new Set<() => void>()

/** Runs when somebody who was signed in no longer is. */
export const onSessionEnd = (run: () => void) => endings.add(run)

export const endSession = () => {
  setAccessToken(null)
  if (!me) return
  me = null
  tell()
  endings.forEach((run) => run())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The signed-in member; null while nobody is. */
export const useMe = () => useSyncExternalStore(subscribe, currentMe)

export const useCan = (permission: string) => useMe()?.permissions.includes(permission) ?? false
