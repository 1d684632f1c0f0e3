import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Sheet } from '@/components/ui/sheet'
import { isStatus, problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/templates'
import { createTemplate } from './create-template'
import { deleteTemplate } from './delete-template'
import type { Purpose, Template, TemplateDraft } from './template'
import { TemplateForm } from './template-form'
import { TemplatePreview } from './template-preview'
import { updateTemplate } from './update-template'

const blank = (purpose: Purpose): TemplateDraft => ({
  name: '',
  purpose,
  channel: 'any',
  subject: null,
  body: '',
  language: 'en',
})

const draftOf = ({ name, purpose, channel, subject, body, language }: Template): TemplateDraft => ({
  name,
  purpose,
  channel,
  subject,
  body,
  language,
})

type Props = { template: Template | undefined; purpose: Purpose; onClose: () => void }

export const TemplateSheet = ({ template, purpose, onClose }: Props) => {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<TemplateDraft>(() => (template ? draftOf(template) : blank(purpose)))
  // The version we started from, until somebody else's newer one has been looked at.
  const [base, setBase] = useState(template)
  const [removing, setRemoving] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['campaigns'] })

  const saving = useMutation({
    mutationFn: async () =>
      base ? updateTemplate(base.id, base.version, draft) : void (await createTemplate(draft)),
    onSuccess: () => {
      say(t('templates.saved'))
      void refresh()
      onClose()
    },
    onError: (error) => {
      const { current } = problemOf<{ current: Template }>(error)
      if (isStatus(error, 412) && current) setBase(current)
    },
  })
  const deletion = useMutation({
    mutationFn: (id: string) => deleteTemplate(id),
    onSuccess: () => {
      say(t('templates.deleted'))
      void refresh()
      onClose()
    },
  })
  const stale = saving.isError && isStatus(saving.error, 412)
  const complete = draft.name.trim() !== '' && draft.body.trim() !== ''
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={template ? t('templates.editTitle') : t('templates.newTitle')}
      footer={
        <>
          {template && !template.builtIn && (
            <Button
              kind="danger"
              className="mr-auto"
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => setRemoving(true)}
            >
              {t('action.delete')}
            </Button>
          )}
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={saving.isPending} disabled={!complete} onClick={() => saving.mutate()}>
            {stale ? t('templates.keepMine') : t('action.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 md:grid-cols-[1.1fr_1fr]">
        <TemplateForm draft={draft} onChange={setDraft} />
        <TemplatePreview body={draft.body} subject={draft.subject} />
      </div>
      {saving.isError && (
        <div role="alert" className="mt-4 rounded-md border border-amber-line bg-amber-soft p-3 text-amber">
          <p>{stale ? t('templates.stale') : sentenceOf(saving.error)}</p>
          {stale && base && (
            <div className="mt-2 text-text">
              <p className="text-xs font-medium text-text-2">{t('templates.staleTheirs')}</p>
              <p className="my-1.5 whitespace-pre-line">{base.body}</p>
              <Button size="small" onClick={() => setDraft(draftOf(base))}>
                {t('templates.takeTheirs')}
              </Button>
            </div>
          )}
        </div>
      )}
      {removing && template && (
        <Dialog
          open
          onClose={() => setRemoving(false)}
          title={t('templates.delete')}
          footer={
            <>
              <Button onClick={() => setRemoving(false)}>{t('action.cancel')}</Button>
              <Button kind="danger" busy={deletion.isPending} onClick={() => deletion.mutate(template.id)}>
                {t('action.delete')}
              </Button>
            </>
          }
        >
          <p className="text-text-2">{t('templates.deleteText', { name: template.name })}</p>
          {deletion.isError && (
            <p role="alert" className="mt-2 text-red">
              {sentenceOf(deletion.error)}
            </p>
          )}
        </Dialog>
      )}
    </Sheet>
  )
}
