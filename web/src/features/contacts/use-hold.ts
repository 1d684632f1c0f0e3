import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

const holdFor = 500
const slack = 10

/** Lets the click that lifting the finger makes go nowhere: the row is another one by then. */
const swallowClick = () => {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, true)
  const end = () => setTimeout(() => window.removeEventListener('click', swallow, true), 100)
  // Not touchend: the row that was touched is gone, and it would go there.
  for (const lifted of ['pointerup', 'pointercancel']) window.addEventListener(lifted, end, { once: true })
}

/** A long press on a row of a list. */
export const useHold = (onHold: ((at: number) => void) | null) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const stop = () => clearTimeout(timer.current)
  useEffect(() => stop, [])
  if (!onHold) return () => ({})
  return (at: number) => ({
    onPointerDown: ({ clientX: x, clientY: y, pointerType }: PointerEvent) => {
      stop()
      start.current = { x, y }
      if (pointerType === 'mouse') return
      timer.current = setTimeout(() => {
        swallowClick()
        navigator.vibrate?.(10)
        onHold(at)
      }, holdFor)
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - start.current.x, clientY - start.current.y) > slack) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    // The browser's own menu for a held link.
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
  })
}
