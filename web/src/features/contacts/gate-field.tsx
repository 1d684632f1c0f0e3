import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { useIntents } from '@/lib/intents'
import { completeFollowUp } from './complete-follow-up'
import type { Card, Missing } from './contact'
import { type Channel, channels, logTouch } from './log-touch'
import { QualificationForm } from './qualification-form'
import { type FactType, newFact, recordFact } from './record-fact'
import { useRefreshContact } from './use-refresh-contact'

type Props = {
  code: Missing['code']
  card: Card
  /** The four answers are saved, and nothing else was missing. */
  onAnswered?: () => void
}

/** The one thing that satisfies this gate. */
export const GateField = ({ code, card, onAnswered }: Props) => {
  switch (code) {
    case 'touch':
      return <TouchField card={card} />
    case 'inviteSent':
      return <FactField card={card} facts={[['INVITE_SENT', t('gate.inviteSent')]]} />
    case 'qualification':
      return <QualificationForm card={card} onAnswered={onAnswered} />
    case 'presentation':
      return (
        <FactField
          card={card}
          facts={[
            ['VIDEO_SENT', t('gate.videoSent')],
            ['MEETING_HELD', t('gate.meetingHeld')],
          ]}
        />
      )
    case 'completedFollowUp':
      return <FollowUpField card={card} />
    case 'joined':
      return (
        <FactField
          card={card}
          facts={[
            ['JOINED_TEAM', t('gate.joined')],
            ['PURCHASED', t('gate.purchased')],
          ]}
        />
      )
    default:
      return null
  }
}

type Deed = { intent: unknown; run: (id: string) => Promise<unknown> }

const useAct = (card: Card) => {
  const refresh = useRefreshContact()
  const intend = useIntents()
  return useMutation({
    mutationFn: ({ intent, run }: Deed) => intend(intent, run),
    onSuccess: () => refresh(card.id),
    onError: sayError,
  })
}

const TouchField = ({ card }: { card: Card }) => {
  const act = useAct(card)
  const [channel, setChannel] = useState<Channel>('call')
  const [note, setNote] = useState('')
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        const touch = { channel, direction: 'out' as const, note: note || undefined }
        act.mutate({ intent: touch, run: (id) => logTouch(card.id, { id, ...touch }) })
      }}
    >
      <Field label={t('composer.channel')}>
        {(wiring) => (
          <Select {...wiring} value={channel} onChange={(event) => setChannel(event.target.value as Channel)}>
            {channels
              .filter((each) => each !== 'note')
              .map((each) => (
                <option key={each} value={each}>
                  {t(`channel.${each}`)}
                </option>
              ))}
          </Select>
        )}
      </Field>
      <Field label={t('composer.note')} optional>
        {(wiring) => <Input {...wiring} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Button type="submit" kind="primary" busy={act.isPending}>
        {t('gate.logTouch')}
      </Button>
    </form>
  )
}

const FactField = ({ card, facts }: { card: Card; facts: [FactType, string][] }) => {
  const act = useAct(card)
  return (
    <div className="flex flex-wrap gap-2">
      {facts.map(([type, label]) => (
        <Button
          key={type}
          busy={act.isPending}
          onClick={() => act.mutate({ intent: type, run: (id) => recordFact(card.id, newFact(type, id)) })}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

const FollowUpField = ({ card }: { card: Card }) => {
  const act = useAct(card)
  if (card.followUps.length === 0)
    return (
      <div className="space-y-2">
        <p className="text-sm text-text-2">{t('gate.noFollowUp')}</p>
        <Button
          busy={act.isPending}
          onClick={() =>
            act.mutate({
              intent: 'done',
              run: (id) => recordFact(card.id, newFact('FOLLOW_UP_DONE', id)),
            })
          }
        >
          {t('gate.followUpDone')}
        </Button>
      </div>
    )
  return (
    <ul className="space-y-2">
      {card.followUps.map((followUp) => (
        <li key={followUp.id} className="flex items-center justify-between gap-3">
          <span className="min-w-0 truncate">{followUp.title}</span>
          <Button
            size="small"
            busy={act.isPending}
            onClick={() =>
              act.mutate({ intent: followUp.id, run: () => completeFollowUp(card.id, followUp.id) })
            }
          >
            {t('gate.complete')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
