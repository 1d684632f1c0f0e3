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

/** Two lines whatever is known, so that a column reads like a list: who and when next, how long and how warm. */
export const BoardCardFace = ({ card, lifted }: { card: BoardCard; lifted?: boolean }) => (
  <div
    className={cx(
      'rounded-md border bg-surface px-3 py-2.5 transition-colors touch:pr-13',
      lifted ? 'rotate-1 cursor-grabbing border-accent shadow-lift' : 'border-line hover:border-line-strong',
    )}
  >
    <p className="flex items-baseline justify-between gap-3">
      <span className="truncate font-semibold">{card.name}</span>
      {card.nextFollowUpAt && (
        <Due at={card.nextFollowUpAt} className="shrink-0 text-xs whitespace-nowrap text-text-2" />
      )}
    </p>
    <p className="mt-1 flex items-center justify-between gap-3 text-xs text-text-3">
      <span className="truncate">
        <DaysHere card={card} />
        {card.stage === 'invited' && card.qualificationScore > 0 && (
          <span className="num" title={t('board.score', { n: card.qualificationScore })}>
            {' · '}
            {t('card.score', { n: card.qualificationScore })}
          </span>
        )}
        {card.organisation && ` · ${card.organisation}`}
      </span>
      <Warmth value={card.warmth} className="shrink-0 [&_svg]:size-2.5" />
    </p>
  </div>
)

const DaysHere = ({ card: { stale, daysInStage: n, organisation } }: { card: BoardCard }) => (
  <span
    className={cx('num', stale ? 'font-medium text-amber' : 'text-text-2')}
    title={stale ? t('board.stale') : t('board.daysHere', { n })}
  >
    {stale && <TriangleAlert aria-label={t('board.stale')} className="mr-1 inline size-3 align-[-1.5px]" />}
    {n > 0 ? t(organisation ? 'board.days' : 'board.daysHere', { n }) : t('board.today')}
  </span>
)
