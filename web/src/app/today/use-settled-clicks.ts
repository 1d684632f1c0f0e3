import { type MouseEvent, useEffect, useRef } from 'react'

/** So long may a click still mean the row that was here a moment ago. */
const settleMs = 400

export const hasLeft = (before: readonly string[], now: readonly string[]) => {
  const still = new Set(now)
  return before.some((key) => !still.has(key))
}

/** When a row leaves, the next one slides under the pointer: the second half of a double click is not for it. */
export const useSettledClicks = (keys: readonly string[]) => {
  const before = useRef(keys)
  const leftAt = useRef(-Infinity)
  useEffect(() => {
    if (hasLeft(before.current, keys)) leftAt.current = performance.now()
    before.current = keys
  })
  return (event: MouseEvent) => {
    // A key press that clicks (detail 0) is meant for what has the focus, wherever it moved.
    if (event.detail === 0 || performance.now() - leftAt.current > settleMs) return
    event.preventDefault()
    event.stopPropagation()
  }
}
