import { useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/templates'
import {
  type Purpose,
  purposeKey,
  purposes,
  templateChannels,
  type TemplateDraft,
  variables,
} from './template'

type Props = { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void }

export const TemplateForm = ({ draft, onChange }: Props) => {
  const body = useRef<HTMLTextAreaElement>(null)
  const change = (part: Partial<TemplateDraft>) => onChange({ ...draft, ...part })

  const insert = (variable: string) => {
    const { selectionStart: from = draft.body.length, selectionEnd: to = from } = body.current ?? {}
    const text = `{{${variable}}}`
    change({ body: draft.body.slice(0, from) + text + draft.body.slice(to) })
    // After React has written the new text, the cursor goes behind the variable.
    requestAnimationFrame(() => {
      body.current?.focus()
      body.current?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div className="space-y-4">
      <Field label={t('templates.name')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            value={draft.name}
            maxLength={100}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('templates.purpose')}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.purpose}
              onChange={(event) => change({ purpose: event.target.value as Purpose })}
            >
              {purposes.map((purpose) => (
                <option key={purpose} value={purpose}>
                  {t(purposeKey(purpose))}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('templates.channel')}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.channel}
              onChange={(event) => change({ channel: event.target.value as TemplateDraft['channel'] })}
            >
              {templateChannels.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`channel.${channel}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {(draft.channel === 'email' || draft.channel === 'any') && (
        <Field label={t('templates.subject')} optional>
          {(wiring) => (
            <Input
              {...wiring}
              value={draft.subject ?? ''}
              maxLength={200}
              onChange={(event) => change({ subject: event.target.value || null })}
            />
          )}
        </Field>
      )}
      <Field label={t('templates.body')} hint={t('templates.bodyHint', { example: '{{firstName|there}}' })}>
        {(wiring) => (
          <Textarea
            {...wiring}
            ref={body}
            className="min-h-36"
            value={draft.body}
            maxLength={4000}
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </Field>
      <div role="group" aria-label={t('templates.variables')} className="flex flex-wrap gap-1.5">
        {variables.map((variable) => (
          <button
            key={variable}
            type="button"
            onClick={() => insert(variable)}
            className="h-7 rounded-full border border-line-strong px-2.5 text-xs text-text-2 hover:bg-hover hover:text-text touch:h-11 touch:px-4"
          >
            {`{{${variable}}}`}
          </button>
        ))}
      </div>
    </div>
  )
}
