import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMe } from '@/lib/auth/session'

/** Keeps every open query true while the page is open. Polling covers for it where the connection cannot be had. */
export const useLiveUpdates = () => {
  const queryClient = useQueryClient()
  const member = useMe()?.id
  useEffect(() => {
    if (!member) return
    const waiting = new Map<string, readonly unknown[]>()
    let timer: ReturnType<typeof setTimeout> | undefined
    // An import speaks many times a second: collect, then refetch each query once.
    const flush = () => {
      timer = undefined
      for (const queryKey of waiting.values()) void queryClient.invalidateQueries({ queryKey })
      waiting.clear()
    }
    let over = false
    let stop: () => void = () => undefined
    void import('@/lib/live/connect').then(({ connect }) => {
      if (over) return
      stop = connect({
        onTouched: (queries) => {
          for (const key of queries) waiting.set(JSON.stringify(key), key)
          timer ??= setTimeout(flush, 350)
        },
        onBack: () => void queryClient.invalidateQueries(),
      })
    })
    return () => {
      over = true
      clearTimeout(timer)
      stop()
    }
  }, [member, queryClient])
}
