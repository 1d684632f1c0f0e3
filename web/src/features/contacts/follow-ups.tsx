import { useMutation } from '@tanstack/react-query'
import { AlarmClock, Check, Plus } from 'lucide-react'
import { useState } from 'react'
import { LaterMenu } from '@/components/later-menu'
import { Due } from '@/components/moment'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { t } from '@/lib/i18n/translate'
import { due } from '@/lib/time/format'
import { AddFollowUp } from './add-follow-up'
import { completeFollowUp } from './complete-follow-up'
import type { Card, FollowUp } from './contact'
import { snoozeFollowUp } from './snooze-follow-up'
import { useRefreshContact } from './use-refresh-contact'

export const FollowUps = ({ card, readOnly }: { card: Card; readOnly?: boolean }) => {
  const [adding, setAdding] = useState(false)
  return (
    <div>
      {card.followUps.length === 0 && !adding && <p className="text-text-2">{t('card.noFollowUps')}</p>}
      <ul className="-my-1">
        {[...card.followUps]
          .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
          .map((followUp) => (
            <Item key={followUp.id} contactId={card.id} followUp={followUp} readOnly={readOnly} />
          ))}
      </ul>
      {adding && <AddFollowUp contactId={card.id} onClose={() => setAdding(false)} />}
      {!adding && !readOnly && (
        <Button
          kind="quiet"
          size="small"
          className="mt-2 -ml-2"
          icon={<Plus className="size-4" />}
          onClick={() => setAdding(true)}
        >
          {t('card.addFollowUp')}
        </Button>
      )}
    </div>
  )
}

const Item = ({
  contactId,
  followUp,
  readOnly,
}: {
  contactId: string
  followUp: FollowUp
  readOnly?: boolean
}) => {
  const refresh = useRefreshContact()
  const { id, title } = followUp
  const completing = useMutation({
    mutationFn: () => completeFollowUp(contactId, id),
    onSuccess: () => (say(t('card.completed', { title })), refresh(contactId)),
    onError: sayError,
  })
  const snoozing = useMutation({
    mutationFn: (until: Date) => snoozeFollowUp(contactId, id, until),
    onSuccess: (_, until) => (
      say(t('today.snoozed', { name: title, when: due(until.toISOString()) })),
      refresh(contactId)
    ),
    onError: sayError,
  })
  const busy = completing.isPending || snoozing.isPending
  const escalated = followUp.escalation === 1 || followUp.escalation === 2 || followUp.escalation === 3
  return (
    <li className="flex items-center gap-2.5 py-1">
      {!readOnly && (
        <button
          type="button"
          aria-label={t('card.complete', { title })}
          title={t('card.complete', { title })}
          disabled={busy}
          onClick={() => completing.mutate()}
          className="group grid size-8 shrink-0 place-items-center rounded-md touch:size-11"
        >
          <span className="grid size-5 place-items-center rounded-full border-[1.5px] border-control transition-colors group-hover:border-accent group-hover:bg-accent-soft">
            <Check aria-hidden className="size-3 text-accent-strong opacity-0 group-hover:opacity-100" />
          </span>
        </button>
      )}
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium wrap-anywhere" title={title}>
          {title}
        </span>
        <span className="block text-xs text-text-2">
          <Due at={followUp.dueAt} />
          {escalated && ` · ${t(`card.escalation.${followUp.escalation as 1 | 2 | 3}`)}`}
        </span>
      </span>
      {!readOnly && (
        <LaterMenu
          name={title}
          onPick={(until) => snoozing.mutate(until)}
          trigger={
            <IconButton label={t('card.snoozeFollowUp', { title })} disabled={busy}>
              <AlarmClock />
            </IconButton>
          }
        />
      )}
    </li>
  )
}
