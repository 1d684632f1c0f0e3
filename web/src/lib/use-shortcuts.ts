import { useEffect, useRef } from 'react'
import { overlayIsOpen } from './overlays'

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/**
 * Single-key shortcuts of one page or the shell. They keep quiet while somebody types, while a dialog or a menu is
 * open, and when a modifier is held, so that the browser's own shortcuts stay the browser's.
 */
export const useShortcuts = (keys: Record<string, (event: KeyboardEvent) => void>, enabled = true) => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return
      if (overlayIsOpen() || document.querySelector('[role=dialog],[role=menu]')) return
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      const onControl = event.target instanceof HTMLElement && event.target.closest('button,a')
      if (event.key === 'Enter' && onControl) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [enabled])
}
