import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTitle } from '@/components/page'
import { ErrorState } from '@/components/states'
import type { ComposerKind } from '@/features/contacts/composer'
import type { Card } from '@/features/contacts/contact'
import { EditContactSheet } from '@/features/contacts/edit-contact-sheet'
import { GateSheet } from '@/features/contacts/gate-sheet'
import { getContact } from '@/features/contacts/get-contact'
import { useMove } from '@/features/contacts/use-move'
import { problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { CardHeader } from './card-header'
import { CardSkeleton } from './card-skeleton'
import { type CardTab, CardTabs } from './card-tabs'
import { CardThree } from './card-three'
import { useColumns } from './use-columns'

type Props = { id: string; edit: boolean; onEdit: (edit: boolean) => void }

export const CardPage = ({ id, edit, onEdit }: Props) => {
  const { data: card, error, isPending, refetch } = useQuery(getContact(id))
  if (isPending) return <CardSkeleton />
  const now = problemOf<{ contactId: string }>(error).contactId
  // An old link leads to whom the contact went into.
  if (now) return <Navigate to="/contacts/$id" params={{ id: now }} replace />
  if (!card) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Loaded key={id} card={card} edit={edit} onEdit={onEdit} />
}

export type CardParts = {
  card: Card
  kind: ComposerKind
  onKind: (kind: ComposerKind) => void
}

const Loaded = ({ card, edit, onEdit }: { card: Card; edit: boolean; onEdit: (edit: boolean) => void }) => {
  useTitle(card.name || t('nav.contacts'))
  const { ref, columns } = useColumns()
  const [kind, setKind] = useState<ComposerKind>('note')
  const [tab, setTab] = useState<CardTab>('next')
  const mover = useMove()
  const { refusal } = mover
  const parts: CardParts = { card, kind, onKind: setKind }
  return (
    <div className="px-4 pt-3 pb-28 md:px-6 md:pt-5 md:pb-16 lg:px-8">
      <CardHeader
        card={card}
        moving={mover.moving}
        onMove={(to) => mover.move(card, to)}
        onEdit={() => onEdit(true)}
        onNote={() => {
          // The box must stand there before it can have the focus.
          flushSync(() => {
            setKind('note')
            setTab('timeline')
          })
          document.getElementById('composer-text')?.focus()
        }}
      />
      <div ref={ref}>
        {columns === 3 ? (
          <CardThree {...parts} />
        ) : (
          <CardTabs {...parts} beside={columns === 2} tab={tab} onTab={setTab} />
        )}
      </div>
      {edit && <EditContactSheet card={card} onClose={() => onEdit(false)} />}
      {refusal && (
        <GateSheet
          refusal={refusal}
          busy={mover.moving}
          onClose={mover.dismiss}
          onMove={(extra) => mover.move(refusal.contact, refusal.to, extra)}
          onStep={(to) => mover.move(refusal.contact, to)}
        />
      )}
    </div>
  )
}
