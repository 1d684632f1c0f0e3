import { useEffect, useState } from 'react'

/** Whole seconds left of as many as were given when `of` appeared; it starts anew with another `of`. */
export const useCountdown = (of: unknown, seconds: number) => {
  const [left, setLeft] = useState<{ of: unknown; seconds: number }>({ of: null, seconds: 0 })
  useEffect(() => {
    if (seconds <= 0) return
    const until = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft({ of, seconds: rest })
      if (rest === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [of, seconds])
  return left.of === of ? left.seconds : seconds
}
