import { useState } from 'react'

// Where the focus was when the first of the sheets that stand now was opened.
let onThePage: Element | null = null

/** What opens a sheet and still stands when it closes: of a menu, that is its button. */
export const openerOf = (active: Element | null) => {
  const button = active?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const opener = button ? document.getElementById(button) : active
  if (!opener?.closest('[role=dialog]')) onThePage = opener
  return opener
}

const giveBack = (opener: Element | null) => {
  // Somebody has it already: the sheet that came in place of this one, or the page that it led to.
  if (document.activeElement && document.activeElement !== document.body) return
  const last = [opener, onThePage, document.getElementById('main')].find((each) => each?.isConnected)
  if (last instanceof HTMLElement) last.focus({ preventScroll: true })
}

/** For `onCloseAutoFocus`. Radix gives the focus back to its Trigger, and our sheets are opened without one. */
export const useFocusBack = () => {
  // While rendering: once it is in the page, the sheet has the focus.
  const [opener] = useState(() => openerOf(document.activeElement))
  return (event: Event) => {
    event.preventDefault()
    giveBack(opener)
  }
}
