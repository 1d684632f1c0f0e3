import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { sayUndo, unsay } from '@/components/toast'
import { sentenceOf } from '@/lib/api/problem'
import { createDelayedQueue } from '@/lib/delayed-queue'
import { t } from '@/lib/i18n/translate'
import { type HeldChange, rowKey, sendHeld } from './held-change'

const undoMs = 10_000
/** The list follows by events a moment after the change: until then the row stays away. */
const settleMs = 6_000

export const useHeldChanges = () => {
  const queryClient = useQueryClient()
  const [gone, setGone] = useState<ReadonlyMap<string, HeldChange>>(new Map())

  const drop = useCallback((key: string) => {
    setGone((now) => {
      const next = new Map(now)
      next.delete(key)
      return next
    })
  }, [])

  const send = useCallback(
    async (key: string, change: HeldChange, leaving: boolean) => {
      try {
        await sendHeld(change, leaving)
        void queryClient.invalidateQueries({ queryKey: ['contacts'] })
        void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
        setTimeout(() => drop(key), settleMs)
      } catch (error) {
        drop(key)
        toast.error(t('today.failed', { name: change.action.name, why: sentenceOf(error) }), { duration: 8000 })
      }
    },
    [drop, queryClient],
  )

  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  }, [send])
  const toasts = useRef(new Map<string, string | number>())
  const [queue] = useState(() =>
    createDelayedQueue<HeldChange>(undoMs, (key, change, leaving) => {
      const shown = toasts.current.get(key)
      if (shown !== undefined) unsay(shown)
      toasts.current.delete(key)
      void latest.current(key, change, leaving)
    }),
  )

  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && queue.flush(true)
    const onLeave = () => queue.flush(true)
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
      queue.flush()
    }
  }, [queue])

  const hold = useCallback(
    (change: HeldChange, text: string, detail?: string) => {
      const key = rowKey(change.action)
      setGone((now) => new Map(now).set(key, change))
      queue.add(key, change)
      const undo = () => queue.undo(key) && drop(key)
      toasts.current.set(key, sayUndo(text, undo, undoMs, detail))
    },
    [drop, queue],
  )

  return { gone, hold }
}
