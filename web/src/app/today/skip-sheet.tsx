import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Dialog } from '@/components/ui/dialog'
import { skipNextAction } from '@/features/intelligence/skip-next-action'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/dmo'

const reasons = ['alreadyTalked', 'badTime', 'notRight', 'noWay', 'other'] as const

type Props = { contactId: string; name: string; onClose: () => void }

export const SkipSheet = ({ contactId, name, onClose }: Props) => {
  const queryClient = useQueryClient()
  const [reason, setReason] = useState<(typeof reasons)[number]>('alreadyTalked')
  const [own, setOwn] = useState('')
  const why = reason === 'other' ? own.trim() : t(`skip.${reason}`)
  const skipping = useMutation({
    mutationFn: () => skipNextAction(contactId, why),
    onSuccess: () => {
      say(t('skip.done', { name }))
      onClose()
      return queryClient.invalidateQueries({ queryKey: ['intelligence'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why) skipping.mutate()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('skip.title', { name })}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="skip" busy={skipping.isPending} aria-disabled={!why}>
            {t('skip.do')}
          </Button>
        </>
      }
    >
      <p className="text-text-2">{t('skip.text')}</p>
      <form id="skip" onSubmit={submit}>
        <fieldset className="mt-4">
          <legend className="mb-1 text-sm font-medium text-text-2">{t('skip.why')}</legend>
          {reasons.map((each) => (
            <label key={each} className="flex min-h-9 items-center gap-2.5 touch:min-h-11">
              <input
                type="radio"
                name="reason"
                className="size-4 accent-accent"
                checked={reason === each}
                onChange={() => setReason(each)}
              />
              {t(`skip.${each}`)}
            </label>
          ))}
        </fieldset>
        {reason === 'other' && (
          <Input
            aria-label={t('skip.own')}
            placeholder={t('skip.own')}
            value={own}
            maxLength={500}
            className="mt-1"
            onChange={(event) => setOwn(event.target.value)}
          />
        )}
      </form>
      {skipping.error && (
        <Notice tone="bad" className="mt-3">
          {sentenceOf(skipping.error)}
        </Notice>
      )}
    </Dialog>
  )
}
