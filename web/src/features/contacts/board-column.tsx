import { useDroppable } from '@dnd-kit/core'
import { StageDot } from '@/components/stage-chip'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'
import { type Stage, stageLabel } from '@/lib/stages'
import { cx } from '@/lib/style'
import { percent } from '@/lib/time/format'
import { BoardCardView } from './board-card'
import { type BoardCard, type BoardColumn, peopleIn } from './get-board'

type Props = {
  column: BoardColumn
  pulled: BoardCard | null
  aimed: boolean
  movingId: string | undefined
  loading: boolean
  onMore: () => void
  onMove: (card: BoardCard, to: Stage) => void
}

export const BoardColumnView = ({ column, pulled, aimed, movingId, loading, onMore, onMove }: Props) => {
  const { stage, cards } = column
  const { setNodeRef, isOver } = useDroppable({ id: stage })
  const target = aimed || (isOver && pulled && pulled.stage !== stage)
  return (
    <section
      data-column={stage}
      aria-label={t('board.columnLabel', { stage: stageLabel(stage), n: peopleIn(column) })}
      className="flex w-60 shrink-0 flex-col"
    >
      <ColumnHead column={column} />
      <div
        ref={setNodeRef}
        className={cx(
          'min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-lg p-1.5 transition-colors',
          target ? 'bg-accent-soft ring-2 ring-accent ring-inset' : 'bg-sunken',
        )}
      >
        {cards.length === 0 && <p className="px-2 py-6 text-center text-sm text-text-3">{t('board.none')}</p>}
        <ul className="space-y-1.5">
          {cards.map((card) => (
            <li key={card.id}>
              <BoardCardView card={card} moving={movingId === card.id} onMove={(to) => onMove(card, to)} />
            </li>
          ))}
        </ul>
        {column.nextCursor && (
          <Button kind="quiet" size="small" busy={loading} onClick={onMore} className="mt-1.5 w-full">
            {t('board.loadMore')}
          </Button>
        )}
      </div>
    </section>
  )
}

const ColumnHead = ({ column }: { column: BoardColumn }) => (
  <header className="flex h-9 items-center gap-2 px-1.5 text-sm">
    <StageDot stage={column.stage} />
    <h2 className="truncate font-semibold">{stageLabel(column.stage)}</h2>
    <span className="num text-text-3">{peopleIn(column)}</span>
    {column.conversion !== null && (
      <span title={t('board.goOnTitle')} className="num ml-auto text-xs whitespace-nowrap text-text-3">
        {t('board.goOn', { share: percent(column.conversion) })}
      </span>
    )}
  </header>
)
