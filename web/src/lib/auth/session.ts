import { useSyncExternalStore } from 'react'
import type { Schemas } from '@/lib/api/schemas'
import { keepChoice, keptChoice } from '@/lib/kept-choice'
import { setAccessToken } from './access-token'

export type Me = Schemas['Me']
export type Session = Schemas['SignedIn']

let me: Me | null = null
let over = false
let refused = false
// Across page loads: whether somebody was signed in here and did not sign out.
const mark = 'flowstate-signed-in'
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

export const currentMe = () => me

/** True once a session has ended or the cookie opened none: nobody asks the cookie again by themselves. */
export const sessionIsOver = () => over

/** True when the server ended the last session and not the person: they are told so. */
export const wasRefused = () => refused

export const startSession = (session: Session) => {
  setAccessToken(session.accessToken)
  me = session.me
  over = refused = false
  if (keptChoice(mark) !== 'yes') keepChoice(mark, 'yes')
  tell()
}

export const changeMe = (next: Me) => {
  me = next
  tell()
}

/** The cookie is the browser's, not the tab's: in another tab somebody else may have signed in meanwhile. */
export const isSomebodyElse = (next: Me) =>
  me !== null && (me.id !== next.id || me.workspace.id !== next.workspace.id)

const endings = new Set<() => void>()

/** Runs when somebody who was signed in no longer is. */
export const onSessionEnd = (run: () => void) => endings.add(run)

export const endSession = (because?: 'refused') => {
  setAccessToken(null)
  over = true
  refused = because === 'refused' && (me !== null || keptChoice(mark) === 'yes')
  keepChoice(mark, '')
  if (!me) return
  me = null
  tell()
  endings.forEach((run) => run())
}

const lastWork = new Set<() => Promise<unknown>>()

/** Work that must reach the server while there still is a session to do it in. */
export const beforeSessionEnds = (run: () => Promise<unknown>) => lastWork.add(run)

export const finishWork = () => Promise.all([...lastWork].map((run) => run()))

const takeovers = new Set<() => void>()

/** Runs when the cookie turns out to be somebody else's: nothing of the one shown here may go on under that name. */
export const onTakeover = (run: () => void) => takeovers.add(run)

export const yieldSession = () => takeovers.forEach((run) => run())

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The signed-in member; null while nobody is. */
export const useMe = () => useSyncExternalStore(subscribe, currentMe)

export const useCan = (permission: string) => useMe()?.permissions.includes(permission) ?? false
