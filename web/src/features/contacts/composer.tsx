import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { due } from '@/lib/time/format'
import { useIntents } from '@/lib/intents'
import { ComposerFacts } from './composer-facts'
import { ComposerHow } from './composer-how'
import { type Channel, type LogTouch, logTouch, type Outcome } from './log-touch'
import { useRefreshContact } from './use-refresh-contact'

const kinds = ['note', 'call', 'message', 'fact'] as const
export type ComposerKind = (typeof kinds)[number]

const saveLabel = {
  note: t('composer.saveNote'),
  call: t('composer.logCall'),
  message: t('composer.logMessage'),
}

type Props = { contactId: string; kind: ComposerKind; onKind: (kind: ComposerKind) => void }

/** Always on top of the timeline: what was said, in ten seconds. */
export const Composer = ({ contactId, kind, onKind }: Props) => {
  const refresh = useRefreshContact()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('reached')
  const [channel, setChannel] = useState<Channel>('whatsapp')
  const intend = useIntents()
  const saving = useMutation({
    mutationFn: ({ touch }: { touch: Omit<LogTouch, 'id'>; written: string }) =>
      intend(touch, (id) => logTouch(contactId, { id, ...touch })),
    onSuccess: ({ nextTouchAt }, { touch, written }) => {
      say(
        touch.channel === 'note' || !nextTouchAt
          ? t('composer.noteSaved')
          : t('composer.logged', { when: due(nextTouchAt) }),
      )
      // Whoever went on writing meanwhile keeps it.
      setText((now) => (now === written ? '' : now))
      setOutcome('reached')
      return refresh(contactId)
    },
    onError: sayError,
  })
  const can = kind !== 'note' || text.trim() !== ''
  const save = () => {
    if (!can || saving.isPending) return
    const note = text.trim() || undefined
    const touch: Omit<LogTouch, 'id'> =
      kind === 'note'
        ? { channel: 'note', note }
        : { channel: kind === 'call' ? 'call' : channel, direction: 'out', outcome, note }
    saving.mutate({ touch, written: text })
  }
  return (
    <section aria-label={t('composer.label')} className="rounded-lg border border-line bg-surface">
      <div
        role="group"
        aria-label={t('composer.label')}
        className="flex gap-1 border-b border-line px-2 pt-1"
      >
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => onKind(each)}
            className={cx(
              '-mb-px h-9 border-b-2 px-2.5 text-sm font-medium transition-colors touch:h-11',
              kind === each ? 'border-accent text-text' : 'border-transparent text-text-2 hover:text-text',
            )}
          >
            {t(`composer.${each}`)}
          </button>
        ))}
      </div>
      {kind === 'fact' ? (
        <ComposerFacts contactId={contactId} />
      ) : (
        <form
          className="p-3"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <Textarea
            id="composer-text"
            aria-label={t('composer.text')}
            placeholder={t(`composer.${kind}Placeholder`)}
            value={text}
            maxLength={10_000}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
            }}
            className="min-h-14! border-transparent! bg-transparent px-1! hover:border-transparent!"
          />
          <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
            {kind !== 'note' && (
              <ComposerHow
                channel={kind === 'message' ? channel : null}
                onChannel={setChannel}
                outcome={outcome}
                onOutcome={setOutcome}
              />
            )}
            <Button kind="primary" type="submit" busy={saving.isPending} disabled={!can}>
              {saveLabel[kind]}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
