import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/input'
import type { SendLink } from '@/features/campaigns/send-link'
import { t } from '@/lib/i18n/translate'

type Props = {
  name: string
  text: string
  onText: (text: string) => void
  links: SendLink[]
  /** Where the words went a moment ago: then Done is next, not another way to send. */
  sentBy: string | undefined
  onSend: (link: SendLink) => void
  onDone: (() => void) | null
}

/** The words, the ways they can go, and what to tap when they went. */
export const ReadyWords = ({ name, text, onText, links, sentBy, onSend, onDone }: Props) => {
  const box = useRef<HTMLTextAreaElement>(null)
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
          onChange={(event) => onText(event.target.value)}
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
      {sentBy && (
        <p role="status" className="text-sm text-text-2">
          {t('card.opened', { channel: sentBy })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {links.map((link, at) => (
          <Button
            key={link.channel + link.url}
            size="small"
            kind={at === 0 && !sentBy ? 'primary' : 'plain'}
            onClick={() => onSend(link)}
          >
            {link.label}
          </Button>
        ))}
        {onDone && (
          <Button
            size="small"
            kind={sentBy ? 'primary' : 'plain'}
            aria-label={t('today.doneFor', { name })}
            onClick={onDone}
          >
            {t('today.done')}
          </Button>
        )}
      </div>
    </div>
  )
}
