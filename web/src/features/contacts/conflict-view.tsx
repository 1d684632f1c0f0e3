import { useQuery } from '@tanstack/react-query'
import { RadioGroup } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { t, type MessageKey } from '@/lib/i18n/translate'
import { clashes, keyOf, type Part, resolve, type Side } from './conflict'
import type { Card } from './contact'
import { type ContactValues, valuesOf } from './contact-values'
import { listFields } from './list-fields'
import { fieldWords } from './show-field'

const labels = {
  firstName: 'contact.firstName',
  lastName: 'contact.lastName',
  organisation: 'contact.organisation',
  title: 'contact.jobTitle',
  emails: 'contact.email',
  phones: 'contact.phone',
  instagram: 'contact.instagram',
  whatsapp: 'contact.whatsapp',
  linkedin: 'contact.linkedin',
  messenger: 'contact.messenger',
  country: 'contact.country',
  tags: 'contact.tags',
  warmth: 'contact.warmth',
  notes: 'contact.notes',
} as const satisfies Record<Exclude<keyof ContactValues, 'fields'>, MessageKey>

type Props = {
  base: ContactValues
  mine: ContactValues
  theirs: Card
  busy: boolean
  onClose: () => void
  onSave: (values: ContactValues) => void
  /** Why the last try was refused. */
  children?: ReactNode
}

/** Both versions beside each other; nothing of either is lost without a choice. */
export const ConflictView = ({ base, mine, theirs, busy, onClose, onSave, children }: Props) => {
  const saved = valuesOf(theirs)
  const list = clashes(base, mine, saved)
  const { data: fields } = useQuery(listFields)
  const fieldOf = (part: Part) => fields?.find(({ key }) => key === keyOf(part))
  const labelOf = (part: Part) =>
    fieldOf(part)?.label ?? keyOf(part) ?? t(labels[part as keyof typeof labels])
  const wordsOf = (part: Part, text: string) => {
    const field = fieldOf(part)
    if (!field || !text) return text
    return fieldWords(field, field.kind === 'multiChoice' ? text.split(', ') : text)
  }
  const [choice, setChoice] = useState<Partial<Record<Part, Side>>>(() =>
    Object.fromEntries(list.map(({ field, suggested }) => [field, suggested])),
  )
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t('conflict.title')}
      description={t('conflict.text', { name: theirs.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => onSave(resolve(mine, saved, choice))}>
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      {children && <div className="mb-4">{children}</div>}
      {list.length === 0 && <p className="text-text-2">{t('conflict.same')}</p>}
      <div className="space-y-4">
        {list.map((clash) => (
          <section key={clash.field}>
            <h3 className="mb-1.5 text-sm font-medium text-text-2">{labelOf(clash.field)}</h3>
            <RadioGroup.Root
              aria-label={labelOf(clash.field)}
              value={choice[clash.field]}
              onValueChange={(side) => setChoice((now) => ({ ...now, [clash.field]: side as Side }))}
              className="grid gap-2 sm:grid-cols-2"
            >
              <Version side="theirs" title={t('conflict.theirs')} text={wordsOf(clash.field, clash.theirs)} />
              <Version side="mine" title={t('conflict.yours')} text={wordsOf(clash.field, clash.mine)} />
            </RadioGroup.Root>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

const Version = ({ side, title, text }: { side: Side; title: string; text: string }) => (
  <RadioGroup.Item
    value={side}
    className="min-h-16 rounded-md border border-control p-3 text-left transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
  >
    <span className="block text-xs font-medium text-text-3">{title}</span>
    <span className="mt-0.5 block break-words whitespace-pre-line">
      {text || <i className="text-text-3">{t('conflict.empty')}</i>}
    </span>
  </RadioGroup.Item>
)
