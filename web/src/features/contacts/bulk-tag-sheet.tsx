import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/bulk'
import type { BulkOrder } from './bulk'

export type BulkSheetProps = {
  /** How many contacts are meant. */
  n: number
  busy: boolean
  onDo: (order: BulkOrder) => void
  onClose: () => void
}

export const BulkTagSheet = ({ n, busy, onDo, onClose }: BulkSheetProps) => {
  const [action, setAction] = useState<'tag' | 'untag'>('tag')
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag.length > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(tags.length === 0)
    if (tags.length > 0) onDo({ action, tags })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('bulk.tagTitle', { n })}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="bulk-tags" busy={busy}>
            {t(action === 'tag' ? 'bulk.tagsAdd' : 'bulk.tagsRemove')}
          </Button>
        </>
      }
    >
      <form id="bulk-tags" noValidate className="space-y-5" onSubmit={submit}>
        <Segmented
          label={t('bulk.tagHow')}
          value={action}
          onChange={setAction}
          options={[
            { value: 'tag', label: t('bulk.tagAdd') },
            { value: 'untag', label: t('bulk.tagRemove') },
          ]}
        />
        <Field
          label={t('bulk.tags')}
          hint={t('bulk.tagsHint')}
          error={missing && tags.length === 0 ? t('form.required') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              value={text}
              maxLength={1000}
              autoComplete="off"
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      </form>
    </Sheet>
  )
}
