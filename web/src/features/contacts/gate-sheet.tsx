import { useQuery } from '@tanstack/react-query'
import { Check, Circle } from 'lucide-react'
import { Sheet } from '@/components/ui/sheet'
import { Button } from '@/components/ui/button'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { nextStage, sideStages, type Stage, stageLabel } from '@/lib/stages'
import { cx } from '@/lib/style'
import { ForceMove } from './force-move'
import { GateField } from './gate-field'
import { getContact } from './get-contact'
import type { Refusal } from './use-move'

type Props = {
  refusal: Refusal
  busy: boolean
  onClose: () => void
  onMove: (extra?: { force: true; reason: string }) => void
  /** Moves one stage on instead, where a move can jump too far. */
  onStep?: (to: Stage) => void
}

/** Names what a refused move still needs, with the field right there; what gets done is ticked off as the server agrees. */
export const GateSheet = ({ refusal, busy, onClose, onMove, onStep }: Props) => {
  const { contact, to, missing, code } = refusal
  const canForce = useCan('contacts.force-move')
  const { data: card } = useQuery(getContact(contact.id))
  const open = card?.gate?.to === to ? card.gate.missing : missing
  const stillOpen = (item: (typeof missing)[number]) =>
    open.some((each) => each.code === item.code && each.field === item.field)
  // The four questions are one form, however many of them are unanswered.
  const items = missing.filter((item, at) => missing.findIndex((each) => each.code === item.code) === at)
  const ready = missing.length > 0 && open.length === 0
  const stage = stageLabel(to)
  // Nothing is missing, the stage is too far: the next one on the road is what can be had.
  const step = missing.length === 0 && !sideStages.includes(to) ? nextStage(contact.stage) : null
  const answersOnly = open.length > 0 && open.every((item) => item.code === 'qualification')
  const title = ready
    ? t('gate.readyTitle', { stage })
    : items.length > 0
      ? t('gate.title', { stage })
      : t('gate.impossible', { name: contact.name })
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      description={
        ready
          ? t('gate.ready', { name: contact.name, stage })
          : items.length > 0
            ? t('gate.text', { name: contact.name })
            : refusal.detail
      }
      footer={
        missing.length > 0
          ? !answersOnly && (
              <Button kind="primary" busy={busy} disabled={!ready} onClick={() => onMove()}>
                {t('gate.move', { stage })}
              </Button>
            )
          : onStep &&
            step &&
            step !== to && (
              <Button kind="primary" busy={busy} onClick={() => onStep(step)}>
                {t('gate.moveInstead', { stage: stageLabel(step) })}
              </Button>
            )
      }
    >
      <ul className="space-y-3">
        {items.map((item) => {
          const done = !missing.some((each) => each.code === item.code && stillOpen(each))
          return (
            <li
              key={item.code}
              className={cx(
                'rounded-md border p-4',
                done ? 'border-green-line bg-green-soft' : 'border-line',
              )}
            >
              <p className="flex items-center gap-2.5 font-medium">
                {done ? (
                  <Check aria-label={t('gate.doneItem')} className="size-4.5 text-green" />
                ) : (
                  <Circle aria-hidden className="size-4.5 text-text-3" />
                )}
                {item.text}
              </p>
              {!done && card && (
                <div className="mt-3 pl-7">
                  <GateField
                    code={item.code}
                    card={card}
                    onAnswered={answersOnly ? () => onMove() : undefined}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {(canForce || code === 'contacts.reason-required') && !ready && (
        <ForceMove busy={busy} onForce={(reason) => onMove({ force: true, reason })} />
      )}
    </Sheet>
  )
}
