import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * For what is shown this once: whoever kept nothing yet is asked once, whether they close it or go back. The browser asks
 * before a reload.
 */
export const useKept = (shown: boolean, onClose: () => void) => {
  const { history } = useRouter()
  const [kept, setKept] = useState(false)
  const [warned, setWarned] = useState(false)
  const atRisk = shown && !kept
  useEffect(() => {
    if (!atRisk) return
    return history.block({
      enableBeforeUnload: true,
      blockerFn: ({ action }) => {
        // Under the sheet nobody clicks a link: what pushes or replaces is a session that has ended.
        if (warned || action === 'PUSH' || action === 'REPLACE') return false
        setWarned(true)
        return true
      },
    })
  }, [atRisk, warned, history])
  return {
    unkept: warned && !kept,
    keep: () => setKept(true),
    close: () => (atRisk && !warned ? setWarned(true) : onClose()),
  }
}
