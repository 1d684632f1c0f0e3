import { type PointerEvent, useRef, useState } from 'react'

/** A way that leads nowhere is not given: the row does not follow the finger there. */
type Props = { onRight: (() => void) | undefined; onLeft: (() => void) | undefined }

const threshold = 88

/** A finger that pulls a row sideways. The mouse has buttons, so it is left alone. */
export const useSwipe = ({ onRight, onLeft }: Props) => {
  const [offset, setOffset] = useState(0)
  const start = useRef<{ x: number; y: number; sideways: boolean } | null>(null)

  const end = () => {
    if (start.current?.sideways && Math.abs(offset) > threshold) (offset > 0 ? onRight : onLeft)?.()
    start.current = null
    setOffset(0)
  }

  return {
    offset,
    armed: Math.abs(offset) > threshold,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === 'mouse' || (event.target as HTMLElement).closest('textarea')) return
        start.current = { x: event.clientX, y: event.clientY, sideways: false }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = start.current
        if (!from) return
        const dx = event.clientX - from.x
        if (!from.sideways) {
          if (Math.abs(event.clientY - from.y) > 12) start.current = null
          if (Math.abs(dx) < 14) return
          from.sideways = true
          event.currentTarget.setPointerCapture(event.pointerId)
        }
        setOffset(Math.max(onLeft ? -160 : 0, Math.min(onRight ? 160 : 0, dx)))
      },
      onPointerUp: end,
      onPointerCancel: () => {
        start.current = null
        setOffset(0)
      },
    },
  }
}
