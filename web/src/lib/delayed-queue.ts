type Entry<T> = { payload: T; timer: ReturnType<typeof setTimeout> }

/**
 * Holds changes back for a while so that they can be undone, then hands each to `send` exactly once. What cannot be taken
 * back on the server (a logged touch) is undone by never having been sent.
 */
export const createDelayedQueue = <T>(
  delayMs: number,
  send: (id: string, payload: T, leaving: boolean) => void,
) => {
  const waiting = new Map<string, Entry<T>>()

  const release = (id: string, leaving: boolean) => {
    const entry = waiting.get(id)
    if (!entry) return
    clearTimeout(entry.timer)
    waiting.delete(id)
    send(id, entry.payload, leaving)
  }

  return {
    add(id: string, payload: T) {
      waiting.set(id, { payload, timer: setTimeout(() => release(id, false), delayMs) })
    },
    /** True when the change was still here to be taken back. */
    undo(id: string) {
      const entry = waiting.get(id)
      if (!entry) return false
      clearTimeout(entry.timer)
      return waiting.delete(id)
    },
    /** Sends everything now; `leaving` says that the page is going away and the request must outlive it. */
    flush(leaving = false) {
      for (const id of [...waiting.keys()]) release(id, leaving)
    },
    size: () => waiting.size,
  }
}
