import { type KeyboardEvent, useCallback, useRef, useState } from 'react'

export type CellPlace = { row: number; column: number }

const placeOf = (target: EventTarget) => {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset.cell ?? '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
}

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The keyboard among the cells of a table: arrows move, Enter and F2 edit. One cell is edited at a time. */
export const useCells = (canEdit: (column: number) => boolean) => {
  const [editing, setEditing] = useState<{ id: string; column: number } | null>(null)
  const busy = useRef(false)
  const onBusy = useCallback((now: boolean) => void (busy.current = now), [])
  const edit = (place: { id: string; column: number }) => !busy.current && setEditing(place)
  const focus = useCallback(({ row, column }: CellPlace) => {
    const cell = document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    // The first cell is the way to the card: its link is what takes the focus.
    const target = cell?.querySelector<HTMLElement>(':scope > a') ?? cell
    target?.focus()
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent, idOf: (row: number) => string | undefined) => {
    const at = placeOf(event.target)
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const onLink = event.target instanceof HTMLAnchorElement
    if (step) {
      event.preventDefault()
      focus({ row: at.row + step[0], column: at.column + step[1] })
    } else if (event.key === 'F2' || (event.key === 'Enter' && !onLink)) {
      const id = idOf(at.row)
      if (id === undefined || !canEdit(at.column)) return
      event.preventDefault()
      edit({ id, column: at.column })
    }
  }
  const close = (place: CellPlace, back: boolean) => {
    setEditing(null)
    if (back) requestAnimationFrame(() => focus(place))
  }
  return { editing, edit, onBusy, close, onKeyDown }
}
