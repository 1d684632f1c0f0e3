import { useQuery } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/input'
import { Bone } from '@/components/ui/skeleton'
import { getWords, type Words, wordsKey } from '@/features/campaigns/get-words'
import { recordSend } from '@/features/campaigns/record-send'
import { openLink, type SendLink } from '@/features/campaigns/send-link'
import { useRefreshContact } from '@/features/contacts/use-refresh-contact'
import { getNextActionOfContact } from '@/features/intelligence/get-next-action-of-contact'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { newId } from '@/lib/new-id'
import { cx } from '@/lib/style'

type Props = { contactId: string; name: string }

/** What to do next with this person, why, and the words for it. */
export const NextActionPanel = ({ contactId, name }: Props) => {
  const { data: action, isPending } = useQuery(getNextActionOfContact(contactId))
  const words = useQuery(getWords(action ? [wordsKey(action)] : []))
  const ready = words.data?.[0]
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
          {ready && <ReadyWords key={ready.text} contactId={contactId} name={name} words={ready} />}
        </>
      )}
    </section>
  )
}

const ReadyWords = ({ contactId, name, words }: Props & { words: Words }) => {
  const [text, setText] = useState(words.text)
  const box = useRef<HTMLTextAreaElement>(null)
  const refresh = useRefreshContact()
  const canSend = useCan('campaigns.write')
  const send = async (link: SendLink) => {
    openLink(link, text)
    if (link.channel === 'call') return
    try {
      await recordSend({
        id: newId(),
        contactId,
        templateId: words.templateId ?? undefined,
        channel: link.channel,
        text,
      })
      await refresh(contactId)
    } catch (error) {
      sayError(error)
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say(t('card.copied'))
    } catch {
      // Over plain http there is no clipboard, and it may be refused: the old way copies what is selected.
      box.current?.select()
      say(document.execCommand('copy') ? t('card.copied') : t('card.copyByHand'))
    }
  }
  return (
    <div className="mt-3 space-y-2.5">
      <div className="relative">
        <Textarea
          ref={box}
          aria-label={t('today.words', { name })}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="pr-11! text-sm!"
        />
        <IconButton
          label={t('card.copy')}
          onClick={() => void copy()}
          className="absolute! top-0.5 right-0.5"
        >
          <Copy />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-2">
        {(canSend ? words.links : []).map((link, at) => (
          <Button
            key={link.channel + link.url}
            size="small"
            kind={at === 0 ? 'primary' : 'plain'}
            onClick={() => void send(link)}
          >
            {link.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
