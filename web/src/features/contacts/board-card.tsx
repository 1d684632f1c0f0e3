import { useDraggable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { Ellipsis, TriangleAlert } from 'lucide-react'
import { Due } from '@/components/moment'
import { Warmth } from '@/components/warmth'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { Stage } from '@/lib/stages'
import { cx } from '@/lib/style'
import type { BoardCard } from './get-board'
import { MoveMenu } from './move-menu'

type Props = { card: BoardCard; moving?: boolean; still?: boolean; onMove: (to: Stage) => void }

/** The link is the card's focus stop: Enter opens it, M moves it. */
export const BoardCardView = ({ card, moving, still, onMove }: Props) => {
  const canMove = useCan('contacts.write')
  const fixed = still || !canMove
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: card.id, data: card, disabled: fixed })
  return (
    <article
      ref={setNodeRef}
      {...(fixed ? {} : listeners)}
      data-card={card.id}
      className={cx('group relative', isDragging && 'opacity-40', moving && 'rounded-md ring-2 ring-accent')}
    >
      <Link
        to="/contacts/$id"
        params={{ id: card.id }}
        draggable={false}
        className="block rounded-md focus-visible:outline-offset-0"
        aria-keyshortcuts={fixed ? undefined : 'M'}
      >
        <BoardCardFace card={card} />
      </Link>
      {canMove && (
        <div className="absolute top-1 right-1" onPointerDown={(event) => event.stopPropagation()}>
          <MoveMenu
            stage={card.stage}
            onMove={onMove}
            trigger={
              <button
                type="button"
                aria-label={t('board.moveMenu', { name: card.name })}
                className="grid size-7 place-items-center rounded-sm text-text-3 transition-opacity md:bg-surface group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-line hover:text-text data-[state=open]:opacity-100 md:opacity-0 touch:size-11 touch:opacity-100"
              >
                <Ellipsis aria-hidden className="size-4" />
              </button>
            }
          />
        </div>
      )}
    </article>
  )
}

export const BoardCardFace = ({ card, lifted }: { card: BoardCard; lifted?: boolean }) => (
  <div
    className={cx(
      'rounded-md border bg-surface px-3 py-2.5 transition-colors touch:pr-13',
      lifted ? 'rotate-1 cursor-grabbing border-accent shadow-lift' : 'border-line hover:border-line-strong',
    )}
  >
    <p className="truncate pr-6 font-semibold">{card.name}</p>
    {(card.organisation || card.warmth > 0) && (
      <p className="flex items-center justify-between gap-2 text-xs text-text-3">
        {card.organisation && <span className="truncate">{card.organisation}</span>}
        <Warmth value={card.warmth} className="shrink-0 [&_svg]:size-2.5" />
      </p>
    )}
    <p className="mt-1 flex items-center justify-between gap-3 text-xs whitespace-nowrap text-text-2">
      <span
        className={cx('num inline-flex items-center gap-1', card.stale && 'font-medium text-amber')}
        title={card.stale ? t('board.stale') : undefined}
      >
        {card.stale && <TriangleAlert aria-label={t('board.stale')} className="size-3" />}
        {card.daysInStage > 0 ? t('board.days', { n: card.daysInStage }) : t('board.today')}
      </span>
      {card.nextFollowUpAt && <Due at={card.nextFollowUpAt} className="truncate" />}
    </p>
    {card.stage === 'invited' && card.qualificationScore > 0 && (
      <p className="mt-1.5 flex items-center gap-2 text-xs text-text-3">
        <span aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${card.qualificationScore}%` }}
          />
        </span>
        <span className="num">{t('board.score', { n: card.qualificationScore })}</span>
      </p>
    )}
  </div>
)
