import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { isStatus, problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/views'
import type { ContactPlace } from './contact-place'
import { createView } from './create-view'
import { listViews } from './list-views'
import { draftOf, placeOf, type SavedView } from './saved-view'
import { updateView } from './update-view'

type Props = {
  place: ContactPlace
  /** Renamed or shared; else a new one is made of what is looked at. */
  view?: SavedView
  words: string
  onSaved: (view: SavedView) => void
  onClose: () => void
}

export const ViewSheet = ({ place, view, words, onSaved, onClose }: Props) => {
  const queryClient = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [missing, setMissing] = useState(false)
  const saving = useMutation({
    mutationFn: () =>
      view
        ? updateView(view, draftOf(placeOf(view), name, shared))
        : createView(draftOf(place, name, shared)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: listViews.queryKey })
      say(t('views.saved', { name: saved.name }))
      onSaved(saved)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: listViews.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!name.trim())
    if (name.trim()) saving.mutate()
  }
  const atName = problemOf(saving.error).errors?.name?.[0]
  return (
    <Sheet
      open
      onClose={onClose}
      title={view ? t('views.renameTitle', { name: view.name }) : t('views.new')}
      description={words}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="view" busy={saving.isPending}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <form id="view" noValidate className="space-y-5" onSubmit={submit}>
        <Field label={t('views.name')} error={missing && !name.trim() ? t('form.required') : atName}>
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              value={name}
              maxLength={100}
              autoComplete="off"
              placeholder={t('views.namePlaceholder')}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        {(!view || view.mine) && (
          <label className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              checked={shared}
              onChange={({ target }) => setShared(target.checked)}
              className="mt-0.5 size-4 shrink-0 accent-[var(--accent)] touch:size-5"
            />
            <span>
              <span className="font-medium">{t('views.share')}</span>
              <span className="block text-sm text-text-2">{t('views.shareHint')}</span>
            </span>
          </label>
        )}
        {saving.error && !atName && (
          <Notice tone="bad">
            {isStatus(saving.error, 412) ? t('views.stale') : sentenceOf(saving.error)}
          </Notice>
        )}
      </form>
    </Sheet>
  )
}
