import { sayFailed, sayUndo, unsay } from '@/components/toast'
import { sentenceOf } from '@/lib/api/problem'
import { createDelayedQueue } from '@/lib/delayed-queue'
import { t } from '@/lib/i18n/translate'
import { type HeldChange, rowKey } from './held-change'
import type { Kept } from './held-journal'

const undoMs = 10_000
/** The list follows by events a moment after the change: until then the row stays away. */
const settleMs = 6_000

/** `counted`: sent, and the numbers that the server gives contain it. */
export type Held = Kept & { state: 'held' | 'sent' | 'counted' }
export type Gone = ReadonlyMap<string, Held>

type Deps = {
  member: () => string | undefined
  send: (change: HeldChange, since: number, leaving: boolean) => Promise<void>
  /** Asks again for what the change is shown in; done when it is there. */
  refresh: () => Promise<unknown>
  journal: { write: (kept: Kept[]) => void; read: () => Kept[] }
}

/** Rows that were worked and are gone from the list, though the server hears of it only when the undo has run out. */
export const createHeldChanges = ({ member, send, refresh, journal }: Deps) => {
  let gone: Gone = new Map()
  const listeners = new Set<() => void>()
  const toasts = new Map<string, string>()
  const underWay = new Set<Promise<void>>()
  const failed = new Map<string, HeldChange>()

  const show = (next: Gone) => {
    gone = next
    listeners.forEach((listener) => listener())
  }
  const put = (key: string, held: Held | null) => {
    const next = new Map(gone)
    if (held) next.set(key, held)
    else next.delete(key)
    show(next)
    journal.write([...gone.values()].filter(({ state }) => state === 'held'))
  }
  const replace = (old: Held, held: Held | null) => {
    if (gone.get(old.key) === old) put(old.key, held)
  }
  const unsayOf = (key: string) => {
    const toast = toasts.get(key)
    if (toast !== undefined) unsay(toast)
    toasts.delete(key)
  }

  const deliver = async (held: Held, leaving: boolean) => {
    const { key, change, since } = held
    try {
      await send(change, since, leaving)
    } catch (error) {
      // Left, or signed out by the server: it is in the journal, and whoever comes back sends it.
      if (leaving || gone.get(key) !== held) return
      failed.set(key, change)
      replace(held, null)
      sayFailed(t('today.failed', { name: change.action.name, why: sentenceOf(error) }))
      throw error
    }
    failed.delete(key)
    const sent: Held = { ...held, state: 'sent' }
    const counted: Held = { ...held, state: 'counted' }
    replace(held, sent)
    void refresh().then(() => {
      replace(sent, counted)
      setTimeout(() => replace(counted, null), settleMs)
    })
  }

  const queue = createDelayedQueue<Held>(undoMs, (key, held, leaving) => {
    unsayOf(key)
    const delivery = deliver(held, leaving).finally(() => underWay.delete(delivery))
    underWay.add(delivery)
    delivery.catch(() => undefined)
  })

  const hold = (change: HeldChange, text: string, detail?: string) => {
    const key = rowKey(change.action)
    const held: Held = {
      member: member() ?? '',
      key,
      change: withIdsOf(change, failed.get(key)),
      since: Date.now(),
      state: 'held',
    }
    put(key, held)
    queue.add(key, held)
    const undo = () => queue.undo(key) && put(key, null)
    toasts.set(key, sayUndo(text, undo, undoMs, detail))
  }

  return {
    hold,
    gone: () => gone,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The page goes away: what is held leaves now, in requests that outlive it. */
    leave: () => queue.flush(true),
    /** Sends everything now and waits for it; throws when something was refused. */
    finish: async () => {
      queue.flush()
      await Promise.all(underWay)
    },
    /** Lets go of everything without sending it: what was held stays in the journal. */
    stop: () => {
      for (const key of gone.keys()) {
        queue.undo(key)
        unsayOf(key)
      }
      failed.clear()
      show(new Map())
    },
    /** Sends what this member left behind when the page was killed. A repeat is harmless: the ids are the same. */
    resume: () => {
      for (const kept of journal.read()) {
        if (kept.member !== member() || gone.has(kept.key)) continue
        const held: Held = { ...kept, state: 'held' }
        put(kept.key, held)
        deliver(held, false).catch(() => undefined)
      }
    },
  }
}

// A second try is the same touch and the same fact: the first may have arrived although its answer did not.
const withIdsOf = (change: HeldChange, before: HeldChange | undefined): HeldChange =>
  change.kind === 'done' && before?.kind === 'done'
    ? { ...change, touch: { ...change.touch, id: before.touch.id }, fact: before.fact ?? change.fact }
    : change
