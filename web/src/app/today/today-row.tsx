import { Link } from '@tanstack/react-router'
import { AlarmClock, Check } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { StageChip } from '@/components/stage-chip'
import { Bone } from '@/components/ui/skeleton'
import { Warmth } from '@/components/warmth'
import type { Words } from '@/features/campaigns/get-words'
import type { SendLink } from '@/features/campaigns/send-link'
import { type NextAction, suggestedMove } from '@/features/intelligence/list-next-actions'
import { t } from '@/lib/i18n/translate'
import { stageLabel } from '@/lib/stages'
import { cx } from '@/lib/style'
import { laterAt } from '@/lib/time/later'
import { timeZone } from '@/lib/time/zone'
import { RowActions, type RowRights } from './row-actions'
import { useSwipe } from './use-swipe'
import { WordsBox } from './words-box'

type Props = {
  action: NextAction
  can: RowRights
  words: Words | undefined
  text: string | undefined
  pending: boolean
  opened: SendLink | undefined
  current: boolean
  snoozing: boolean
  onSnoozing: (open: boolean) => void
  onFocus: () => void
  onText: (text: string) => void
  onSend: (link: SendLink) => void
  onDone: () => void
  onSnooze: (until: Date) => void
}

export const TodayRow = (props: Props) => {
  const { action, can, words, text, pending, current } = props
  const [leaving, setLeaving] = useState(false)
  const to = suggestedMove(action)
  const swipe = useSwipe({
    onRight: can.done
      ? () => {
          setLeaving(true)
          props.onDone()
        }
      : undefined,
    onLeft: can.snooze ? () => props.onSnooze(laterAt('tomorrow', new Date(), timeZone())) : undefined,
  })
  return (
    <li
      data-row={action.contactId}
      aria-current={current || undefined}
      aria-label={`${action.name}: ${action.title}`}
      tabIndex={-1}
      onFocus={props.onFocus}
      className="group/row relative overflow-hidden border-t border-line outline-none first:border-t-0 focus-visible:z-10 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
    >
      {swipe.offset !== 0 && (
        <SwipeHint right={swipe.offset > 0} armed={swipe.armed}>
          {swipe.offset < 0
            ? t('later.tomorrow')
            : to
              ? t('today.move', { stage: stageLabel(to) })
              : t('today.done')}
        </SwipeHint>
      )}
      <div
        {...swipe.handlers}
        style={{
          transform: swipe.offset ? `translateX(${swipe.offset}px)` : undefined,
          touchAction: 'pan-y',
        }}
        className={cx(
          'relative grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 py-4 md:gap-x-4 lg:grid-cols-[36px_minmax(0,1fr)_336px]',
          current ? 'bg-accent-soft' : 'bg-surface',
          !swipe.offset && 'transition-[transform,background-color]',
          leaving && 'opacity-60',
        )}
      >
        <Avatar name={action.name} />
        <div className="min-w-0 wrap-anywhere">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
            <Link
              to="/contacts/$id"
              params={{ id: action.contactId }}
              className="min-w-0 rounded-sm font-semibold hover:underline touch:py-1"
            >
              {action.name}
            </Link>
            <StageChip stage={action.stage} />
            <Warmth value={action.warmth} />
          </div>
          <p className="mt-0.5 max-w-[70ch] text-sm text-text-2">
            <span className={cx('font-medium', action.late ? 'text-amber' : 'text-text')}>
              {action.title}
            </span>
            {action.reason && <> · {action.reason}</>}
          </p>
          {text !== undefined ? (
            <WordsBox name={action.name} text={text} onChange={props.onText} current={current} />
          ) : (
            pending && <Bone className="mt-2.5 h-4 w-4/5" />
          )}
        </div>
        <RowActions
          {...props}
          links={words?.links ?? []}
          className="col-start-2 mt-3 lg:col-start-auto lg:mt-0"
        />
      </div>
    </li>
  )
}

type HintProps = { right: boolean; armed: boolean; children: string }

const SwipeHint = ({ right, armed, children }: HintProps) => (
  <div
    aria-hidden
    className={cx(
      'absolute inset-0 flex items-center gap-2 px-5 font-semibold',
      right ? 'justify-start' : 'justify-end',
      right
        ? armed
          ? 'bg-accent text-on-accent'
          : 'bg-accent-soft text-accent-strong'
        : armed
          ? 'bg-amber-soft text-amber'
          : 'bg-sunken text-text-2',
    )}
  >
    {right ? <Check className="size-5" /> : <AlarmClock className="size-5" />}
    {children}
  </div>
)
