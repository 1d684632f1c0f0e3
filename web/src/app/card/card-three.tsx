import type { ReactNode } from 'react'
import { CardWho } from '@/features/contacts/card-who'
import { Composer } from '@/features/contacts/composer'
import { FollowUps } from '@/features/contacts/follow-ups'
import { QualificationForm } from '@/features/contacts/qualification-form'
import { Timeline } from '@/features/contacts/timeline'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { CardParts } from './card-page'
import { NextActionPanel } from './next-action-panel'

/** Who · what happened · what is next. */
export const CardThree = ({ card, kind, onKind }: CardParts) => {
  const canWrite = useCan('contacts.write')
  return (
    <div className="grid grid-cols-[260px_minmax(0,1fr)_340px] items-start gap-8 border-t border-line pt-6">
      <CardWho card={card} />
      <div className="min-w-0 space-y-6">
        {canWrite && <Composer contactId={card.id} kind={kind} onKind={onKind} />}
        <Timeline contactId={card.id} />
      </div>
      <div className="space-y-4">
        <NextParts card={card} />
      </div>
    </div>
  )
}

export const NextParts = ({ card }: Pick<CardParts, 'card'>) => {
  const canWrite = useCan('contacts.write')
  return (
    <>
      <NextActionPanel contactId={card.id} name={card.name} />
      <Panel title={t('card.followUps')}>
        <FollowUps card={card} readOnly={!canWrite} />
      </Panel>
      <Panel title={t('card.qualification')}>
        <QualificationForm card={card} readOnly={!canWrite} />
      </Panel>
    </>
  )
}

export const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="rounded-lg border border-line bg-surface p-4">
    <h2 className="mb-2.5 font-semibold">{title}</h2>
    {children}
  </section>
)
