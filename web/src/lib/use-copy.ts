import { type RefObject, useState } from 'react'

/** Copies a text, and says once it is; `shown` is where it stands, marked where there is no clipboard. */
export const useCopy = (text: string, shown: RefObject<HTMLElement | null>, onCopied?: () => void) => {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      onCopied?.()
    } catch {
      // Over plain http there is no clipboard: marked, it can be copied by hand.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
    }
  }
  return { copied, copy: () => void copy() }
}
