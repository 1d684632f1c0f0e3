import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { sayFailed, sayUndo, unsay } from '@/components/toast'
import { sentenceOf } from '@/lib/api/problem'
import { createDelayedQueue } from '@/lib/delayed-queue'
import { t } from '@/lib/i18n/translate'
import { type HeldChange, rowKey, sendHeld } from './held-change'

const undoMs = 10_000
/** The list follows by events a moment after the change: until then the row stays away. */
const settleMs = 6_000

type Gone = ReadonlyMap<string, HeldChange>

const createHolder = (queryClient: QueryClient, setGone: Dispatch<SetStateAction<Gone>>) => {
  const toasts = new Map<string, string>()
  const comeBack = (key: string) => setGone((now) => new Map([...now].filter(([each]) => each !== key)))

  const send = async (key: string, change: HeldChange, leaving: boolean) => {
    try {
      await sendHeld(change, leaving)
      void queryClient.invalidateQueries({ queryKey: ['contacts'] })
      void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
      setTimeout(() => comeBack(key), settleMs)
    } catch (error) {
      comeBack(key)
      sayFailed(t('today.failed', { name: change.action.name, why: sentenceOf(error) }))
    }
  }

  const queue = createDelayedQueue<HeldChange>(undoMs, (key, change, leaving) => {
    const shown = toasts.get(key)
    if (shown !== undefined) unsay(shown)
    toasts.delete(key)
    void send(key, change, leaving)
  })

  return {
    flush: queue.flush,
    hold: (change: HeldChange, text: string, detail?: string) => {
      const key = rowKey(change.action)
      setGone((now) => new Map(now).set(key, change))
      queue.add(key, change)
      const undo = () => queue.undo(key) && comeBack(key)
      toasts.set(key, sayUndo(text, undo, undoMs, detail))
    },
  }
}

/** Rows that were worked and are gone from the list, though the server hears of it only when the undo has run out. */
export const useHeldChanges = () => {
  const queryClient = useQueryClient()
  const [gone, setGone] = useState<Gone>(new Map())
  const [{ hold, flush }] = useState(() => createHolder(queryClient, setGone))

  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && flush(true)
    const onLeave = () => flush(true)
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
      flush()
    }
  }, [flush])

  return { gone, hold }
}
