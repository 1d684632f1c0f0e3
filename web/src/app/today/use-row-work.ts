import { useState } from 'react'
import { sayError } from '@/components/toast'
import { type Words, wordsKey } from '@/features/campaigns/get-words'
import { recordSend } from '@/features/campaigns/record-send'
import { openLink, type SendLink } from '@/features/campaigns/send-link'
import type { Channel } from '@/features/contacts/log-touch'
import { isFactType, newFact } from '@/features/contacts/record-fact'
import { type NextAction, suggestedMove } from '@/features/intelligence/list-next-actions'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { newId } from '@/lib/new-id'
import type { Stage } from '@/lib/stages'
import { due } from '@/lib/time/format'
import { type HeldChange, rowKey } from './held-change'
import { ranked } from './row-actions'

type Work = {
  hold: (change: HeldChange, text: string, detail?: string) => void
  moveRow: (action: NextAction, to: Stage) => void
  wordsOf: ReadonlyMap<string, Words>
}

/** What can be done with a row, whoever asks: button, key or finger. */
export const useRowWork = ({ hold, moveRow, wordsOf }: Work) => {
  const can = {
    send: useCan('campaigns.write'),
    done: useCan('contacts.write'),
    snooze: useCan('intelligence.write'),
  }
  const [edits, setEdits] = useState<Record<string, string>>({})
  const [openedLinks, setOpenedLinks] = useState<Record<string, SendLink>>({})

  const words = (action: NextAction) => wordsOf.get(wordsKey(action))
  const text = (action: NextAction) => edits[rowKey(action)] ?? words(action)?.text
  const opened = (action: NextAction) => openedLinks[rowKey(action)]

  const send = async (action: NextAction, link: SendLink) => {
    if (!can.send) return
    const saying = text(action) ?? ''
    openLink(link, saying)
    setOpenedLinks((now) => ({ ...now, [rowKey(action)]: link }))
    if (link.channel === 'call') return
    try {
      await recordSend({
        id: newId(),
        contactId: action.contactId,
        templateId: words(action)?.templateId ?? undefined,
        channel: link.channel,
        text: saying,
      })
    } catch (error) {
      sayError(error)
    }
  }

  const done = (action: NextAction) => {
    if (!can.done) return
    const to = suggestedMove(action)
    if (to) return moveRow(action, to)
    const best = ranked(action, words(action)?.links ?? [])[0]
    const channel: Channel =
      opened(action)?.channel ?? (action.action === 'call' ? 'call' : (best?.channel ?? 'other'))
    // Done with "send the invite" means the invite was sent: the gate and the day's count hear of it too.
    const fact = isFactType(action.suggestedFact) ? newFact(action.suggestedFact) : null
    hold(
      {
        action,
        kind: 'done',
        fact,
        touch: {
          id: newId(),
          channel,
          direction: 'out',
          followUpId: action.followUpId ?? undefined,
        },
      },
      t('today.logged', { what: t(`what.${channel}`), name: action.name }),
      fact ? t('today.alsoFact', { fact: t(`fact.${fact.type}`) }) : undefined,
    )
  }

  const snooze = (action: NextAction, until: Date) => {
    if (!can.snooze) return
    hold(
      { action, kind: 'snooze', until: until.toISOString() },
      t('today.snoozed', { name: action.name, when: due(until.toISOString()) }),
    )
  }

  const edit = (action: NextAction, value: string) => setEdits((now) => ({ ...now, [rowKey(action)]: value }))

  return { can, words, text, edit, send, done, snooze, opened }
}
