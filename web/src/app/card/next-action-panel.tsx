import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { Bone } from '@/components/ui/skeleton'
import { getWords, wordsKey } from '@/features/campaigns/get-words'
import type { SendLink } from '@/features/campaigns/send-link'
import { useRefreshContact } from '@/features/contacts/use-refresh-contact'
import { getNextActionOfContact } from '@/features/intelligence/get-next-action-of-contact'
import { type NextAction, suggestedMove } from '@/features/intelligence/list-next-actions'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { rowKey } from '../today/held-change'
import { useHeldChanges } from '../today/use-held-changes'
import { useRowWork } from '../today/use-row-work'
import { ReadyWords } from './ready-words'

type Props = { contactId: string; name: string }

/** What to do next with this person, why, and the words for it. */
export const NextActionPanel = ({ contactId, name }: Props) => {
  const { data, isPending } = useQuery(getNextActionOfContact(contactId))
  const { gone } = useHeldChanges()
  // Done a moment ago, here or on Today: the server hears of it when the undo has run out.
  const action = data && !gone.has(rowKey(data)) ? data : null
  const reasons = [
    ...new Set([action?.reason, ...(action?.reasons ?? [])].filter((each): each is string => Boolean(each))),
  ]
  return (
    <section
      className={cx(
        'min-w-0 rounded-lg border p-4',
        action ? 'border-accent-line bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <h2 className="text-xs font-medium text-text-2">{t('card.nextAction')}</h2>
      {isPending && <Bone className="mt-2 h-5 w-2/3" />}
      {!isPending && !action && <p className="mt-1 text-text-2">{t('card.noAction')}</p>}
      {action && (
        <>
          <p
            className={cx(
              'mt-1 text-lg leading-6 font-semibold tracking-tight wrap-anywhere',
              action.late && 'text-amber',
            )}
          >
            {action.title}
          </p>
          <ul aria-label={t('card.reasons')} className="mt-1.5 space-y-1 text-sm text-text-2">
            {reasons.map((reason) => (
              <li key={reason} className="flex gap-2">
                <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-accent-strong" />
                <span className="min-w-0 wrap-anywhere">{reason}</span>
              </li>
            ))}
          </ul>
          <SendAndDone key={rowKey(action)} action={action} name={name} />
        </>
      )}
    </section>
  )
}

/** The same work as on a row of Today, with the same undo. */
const SendAndDone = ({ action, name }: { action: NextAction; name: string }) => {
  const { data } = useQuery(getWords([wordsKey(action)]))
  const ready = data?.[0]
  const refresh = useRefreshContact()
  const { hold } = useHeldChanges()
  const work = useRowWork({
    hold,
    // A suggested move has its button at the top of the card.
    moveRow: () => undefined,
    wordsOf: new Map(ready ? [[wordsKey(action), ready]] : []),
  })
  if (!ready) return null
  const send = async (link: SendLink) => {
    await work.send(action, link)
    await refresh(action.contactId)
  }
  return (
    <ReadyWords
      name={name}
      text={work.text(action) ?? ''}
      onText={(text) => work.edit(action, text)}
      links={work.can.send ? ready.links : []}
      sentBy={work.opened(action)?.label}
      onSend={(link) => void send(link)}
      onDone={work.can.done && !suggestedMove(action) ? () => work.done(action) : null}
    />
  )
}
