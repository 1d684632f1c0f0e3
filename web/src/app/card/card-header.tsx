import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  Mail,
  MessageCircle,
  NotebookPen,
  Pencil,
  Phone,
  type LucideIcon,
} from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { Lasting } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { Button } from '@/components/ui/button'
import { CardSubtitle } from '@/features/contacts/card-who'
import type { Card } from '@/features/contacts/contact'
import { FactButtons } from '@/features/contacts/fact-buttons'
import { MoveMenu } from '@/features/contacts/move-menu'
import { bestPhone, callHref, mailHref, messageHref } from '@/features/contacts/reach'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { nextStage, type Stage, stageLabel } from '@/lib/stages'
import { useDesktop } from '@/lib/use-media'
import { CardMenu } from './card-menu'
import { useWayBack } from './use-way-back'

type Props = {
  card: Card
  moving: boolean
  onMove: (to: Stage) => void
  onEdit: () => void
  onNote: () => void
}

export const CardHeader = ({ card, moving, onMove, onEdit, onNote }: Props) => {
  const canWrite = useCan('contacts.write')
  const desktop = useDesktop()
  const way = useWayBack()
  const next = card.returnsTo ?? nextStage(card.stage)
  return (
    <header className="mb-5 md:mb-6">
      <button
        type="button"
        onClick={() => void way.goBack()}
        className="mb-3 -ml-1 inline-flex h-8 items-center gap-1.5 rounded-md px-1 text-sm font-medium text-text-2 hover:text-text touch:h-11"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {way.label}
      </button>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <div className="flex min-w-0 flex-1 basis-72 items-center gap-4">
          <Avatar name={card.name} size="large" />
          <div className="min-w-0">
            <h1 className="text-xl font-semibold tracking-tight break-words">{card.name}</h1>
            <CardSubtitle card={card} />
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-text-3">
              <StageChip stage={card.stage} />
              <Lasting since={card.stageEnteredAt} />
            </p>
          </div>
        </div>
        {canWrite && (
          <div className="flex w-full items-center gap-2 md:w-auto">
            <span className="flex min-w-0 flex-1 md:flex-none">
              {next && (
                <Button
                  kind="primary"
                  busy={moving}
                  className="min-w-0 flex-1 rounded-r-none"
                  onClick={() => onMove(next)}
                  icon={<ArrowRight aria-hidden className="size-4" />}
                >
                  <span className="truncate">{t('card.moveOn', { stage: stageLabel(next) })}</span>
                </Button>
              )}
              <MoveMenu
                stage={card.stage}
                onMove={onMove}
                trigger={
                  <Button
                    kind={next ? 'primary' : 'plain'}
                    aria-label={t('card.moveTo')}
                    className={next ? 'rounded-l-none border-l-on-accent/30! px-2!' : ''}
                  >
                    {!next && t('board.moveTo')}
                    <ChevronDown aria-hidden className="size-4" />
                  </Button>
                }
              />
            </span>
            {desktop && (
              <Button icon={<Pencil aria-hidden className="size-4" />} onClick={onEdit}>
                {t('action.edit')}
              </Button>
            )}
            <CardMenu card={card} onEdit={onEdit} onDeleted={way.goBack} />
          </div>
        )}
      </div>
      {!desktop && <QuickActions card={card} onNote={onNote} />}
      {canWrite && (
        <div className="mt-4">
          <FactButtons contactId={card.id} />
        </div>
      )}
    </header>
  )
}

const QuickActions = ({ card, onNote }: { card: Card; onNote: () => void }) => {
  const phone = bestPhone(card.phones)
  const email = card.emails[0]?.value
  return (
    <div className="mt-4 grid grid-cols-4 gap-2">
      <Quick icon={Phone} label={t('card.call')} href={phone && callHref(phone)} />
      <Quick icon={MessageCircle} label={t('card.message')} href={phone && messageHref(phone)} />
      <Quick icon={Mail} label={t('card.mail')} href={email && mailHref(email)} />
      <Quick icon={NotebookPen} label={t('card.note')} onClick={onNote} />
    </div>
  )
}

type QuickProps = { icon: LucideIcon; label: string; href?: string; onClick?: () => void }

const Quick = ({ icon: Icon, label, href, onClick }: QuickProps) => {
  const shape =
    'flex h-14 flex-col items-center justify-center gap-1 rounded-md border border-line-strong bg-surface text-xs font-medium [&_svg]:size-5 [&_svg]:text-accent-strong'
  if (href)
    return (
      <a href={href} className={shape}>
        <Icon aria-hidden />
        <span className="max-w-full truncate px-1">{label}</span>
      </a>
    )
  return (
    <button type="button" disabled={!onClick} onClick={onClick} className={`${shape} disabled:opacity-45`}>
      <Icon aria-hidden />
      <span className="max-w-full truncate px-1">{label}</span>
    </button>
  )
}
