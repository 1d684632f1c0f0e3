import {
  DndContext,
  DragOverlay,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import { t } from '@/lib/i18n/translate'
import { isStage, type Stage, stageLabel } from '@/lib/stages'
import { BoardCardFace } from './board-card'
import { BoardColumnView } from './board-column'
import type { BoardCard, BoardColumn } from './get-board'
import { useKeyboardMove } from './use-keyboard-move'

export type BoardParts = {
  columns: BoardColumn[]
  loading: Stage | null
  onMore: (column: BoardColumn) => void
  onMove: (card: BoardCard, to: Stage) => void
}

/** All stages beside each other. A card is moved by pulling it, by its menu, or with M and the arrows. */
export const BoardColumns = ({ columns, loading, onMore, onMove }: BoardParts) => {
  const [pulled, setPulled] = useState<BoardCard | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const keyboard = useKeyboardMove(columns, onMove)

  const drop = ({ active, over }: DragEndEvent) => {
    setPulled(null)
    const card = active.data.current as BoardCard | undefined
    if (card && isStage(over?.id)) onMove(card, over.id)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setPulled((active.data.current as BoardCard | undefined) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setPulled(null)}
      accessibility={{ screenReaderInstructions: { draggable: t('board.subtitle') }, announcements: silent }}
    >
      <div role="status" className="sr-only">
        {keyboard.said}
      </div>
      <div
        role="group"
        aria-label={t('board.title')}
        // Without a card there would be nothing in it to scroll it by.
        tabIndex={0}
        onKeyDown={keyboard.onKeyDown}
        className="-mx-4 flex h-[calc(100dvh-128px)] min-h-80 gap-3 overflow-x-auto px-4 pb-2 md:-mx-6 md:px-6 lg:-mx-8 lg:px-8"
      >
        {columns.map((column) => (
          <BoardColumnView
            key={column.stage}
            column={column}
            pulled={pulled}
            aimed={keyboard.aim?.to === column.stage}
            movingId={keyboard.aim?.card.id}
            loading={loading === column.stage}
            onMore={() => onMore(column)}
            onMove={onMove}
          />
        ))}
      </div>
      {keyboard.aim && (
        <p
          aria-hidden
          className="anim-pop fixed bottom-6 left-1/2 z-30 -translate-x-1/2 rounded-md bg-tip px-4 py-2.5 text-on-tip shadow-float"
        >
          {t('board.moving', { name: keyboard.aim.card.name, stage: stageLabel(keyboard.aim.to) })}
        </p>
      )}
      <DragOverlay dropAnimation={null}>{pulled && <BoardCardFace card={pulled} lifted />}</DragOverlay>
    </DndContext>
  )
}

// The library would read out ids; the result of a move is announced by its toast.
const nothing = () => undefined
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }
