import type { NextAction } from '@/features/intelligence/list-next-actions'
import { useShortcuts } from '@/lib/use-shortcuts'

type Props = {
  rows: NextAction[]
  current: NextAction | undefined
  onChoose: (row: NextAction) => void
  onOpen: (row: NextAction) => void
  onSend: (row: NextAction) => void
  onDone: (row: NextAction) => void
  onSnooze: (row: NextAction) => void
}

const focusRow = (row: NextAction) =>
  document
    .querySelector<HTMLElement>(`[data-row="${CSS.escape(row.contactId)}"]`)
    ?.focus({ preventScroll: false })

export const useTodayKeys = ({ rows, current, onChoose, onOpen, onSend, onDone, onSnooze }: Props) => {
  const at = current ? rows.indexOf(current) : -1
  const step = (by: number) => () => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (!next) return
    onChoose(next)
    focusRow(next)
  }
  const withCurrent = (act: (row: NextAction) => void) => () => current && act(current)
  useShortcuts({
    j: step(1),
    k: step(-1),
    Enter: withCurrent(onOpen),
    s: withCurrent(onSend),
    d: withCurrent((row) => {
      const next = rows[at + 1] ?? rows[at - 1]
      onDone(row)
      if (!next) return
      onChoose(next)
      focusRow(next)
    }),
    z: withCurrent(onSnooze),
  })
}
