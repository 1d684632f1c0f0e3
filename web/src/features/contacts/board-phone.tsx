import { DndContext } from '@dnd-kit/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type TouchEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { type Stage, stageLabel } from '@/lib/stages'
import { percent } from '@/lib/time/format'
import { BoardCardView } from './board-card'
import type { BoardParts } from './board-columns'
import { peopleIn } from './get-board'

type Props = BoardParts & { stage: Stage; onStage: (stage: Stage) => void }

/** One stage at a time: the picker says where, a swipe goes to its neighbours. */
export const BoardPhone = ({ columns, loading, onMore, onMove, stage, onStage }: Props) => {
  const start = useRef<{ x: number; y: number } | null>(null)
  const at = Math.max(
    0,
    columns.findIndex((column) => column.stage === stage),
  )
  const column = columns[at]
  if (!column) return null
  const go = (by: number) => {
    const next = columns[at + by]
    if (next) onStage(next.stage)
  }
  const onTouchEnd = (event: TouchEvent) => {
    const touch = event.changedTouches[0]
    if (!start.current || !touch) return
    const dx = touch.clientX - start.current.x
    if (Math.abs(dx) > 70 && Math.abs(touch.clientY - start.current.y) < 50) go(dx < 0 ? 1 : -1)
    start.current = null
  }
  return (
    <DndContext>
      <div className="flex items-center gap-2">
        <IconButton outlined label={t('board.previous')} disabled={at === 0} onClick={() => go(-1)}>
          <ChevronLeft />
        </IconButton>
        <Select
          aria-label={t('board.pick')}
          value={column.stage}
          onChange={(event) => onStage(event.target.value as Stage)}
          className="min-w-0 flex-1"
        >
          {columns.map((each) => (
            <option key={each.stage} value={each.stage}>
              {stageLabel(each.stage)} · {peopleIn(each)}
            </option>
          ))}
        </Select>
        <IconButton
          outlined
          label={t('board.nextStage')}
          disabled={at === columns.length - 1}
          onClick={() => go(1)}
        >
          <ChevronRight />
        </IconButton>
      </div>
      <section
        aria-label={t('board.columnLabel', { stage: stageLabel(column.stage), n: peopleIn(column) })}
        className="min-h-[50dvh] pt-3"
        onTouchStart={(event) => {
          const touch = event.touches[0]
          start.current = touch ? { x: touch.clientX, y: touch.clientY } : null
        }}
        onTouchEnd={onTouchEnd}
      >
        <p className="num mb-2 flex justify-between text-sm text-text-2">
          <span>{t('board.count', { n: peopleIn(column) })}</span>
          {column.conversion !== null && (
            <span>{t('board.goOn', { share: percent(column.conversion) })}</span>
          )}
        </p>
        {column.cards.length === 0 && <p className="py-14 text-center text-text-2">{t('board.none')}</p>}
        <ul className="space-y-2">
          {column.cards.map((card) => (
            <li key={card.id}>
              <BoardCardView still card={card} onMove={(to) => onMove(card, to)} />
            </li>
          ))}
        </ul>
        {column.nextCursor && (
          <Button
            kind="quiet"
            busy={loading === column.stage}
            onClick={() => onMore(column)}
            className="mt-2 w-full"
          >
            {t('board.loadMore')}
          </Button>
        )}
      </section>
    </DndContext>
  )
}
