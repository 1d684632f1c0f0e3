import { useCallback, useRef, useState } from 'react'
import { choose, noSelection, type Selection } from './selection'

/** What is chosen in a list, for as long as it is the same list. */
export const useSelection = (list: string, rows: { id: string }[]) => {
  const [kept, setKept] = useState({ list, selection: noSelection })
  const last = useRef<number>(undefined)
  const selection = kept.list === list ? kept.selection : noSelection
  const setSelection = useCallback(
    (next: Selection) => {
      last.current = undefined
      setKept({ list, selection: next })
    },
    [list],
  )
  /** With `range`, all rows from the one before. */
  const toggle = (at: number, range: boolean) => {
    const from = range ? last.current : undefined
    setKept({ list, selection: choose(selection, rows, at, from) })
    last.current = at
  }
  return { selection, setSelection, toggle }
}
