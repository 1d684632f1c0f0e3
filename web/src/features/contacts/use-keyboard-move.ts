import { type KeyboardEvent, useState } from 'react'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { type Stage, stageLabel } from '@/lib/stages'
import type { BoardCard, BoardColumn } from './get-board'

type Aim = { card: BoardCard; to: Stage }

/** M on a focused card takes it up; arrows choose the stage, Enter puts it there, Escape lets go. */
export const useKeyboardMove = (columns: BoardColumn[], onMove: (card: BoardCard, to: Stage) => void) => {
  const canMove = useCan('contacts.write')
  const [aim, setAim] = useState<Aim | null>(null)
  const [said, setSaid] = useState('')

  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset.card
    if (!aim) {
      if (
        event.key.toLowerCase() !== 'm' ||
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        !id ||
        !canMove
      )
        return
      const card = columns.flatMap((column) => column.cards).find((each) => each.id === id)
      if (!card) return
      event.preventDefault()
      setAim({ card, to: card.stage })
      setSaid(t('board.moving', { name: card.name, stage: stageLabel(card.stage) }))
      return
    }
    const at = columns.findIndex((column) => column.stage === aim.to)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const to = columns[Math.max(0, Math.min(columns.length - 1, at + step))]?.stage ?? aim.to
      setAim({ ...aim, to })
      setSaid(t('board.chosen', { stage: stageLabel(to) }))
      document.querySelector(`[data-column="${to}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setAim(null)
      onMove(aim.card, aim.to)
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      setAim(null)
      setSaid(t('board.cancelled'))
    }
  }
  return { aim, said, onKeyDown }
}
