import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { isPast } from '@/lib/time/format'
import { laterAt } from '@/lib/time/later'
import { fromLocalInput, toLocalInput } from '@/lib/time/local-input'
import { timeZone } from '@/lib/time/zone'
import { scheduleFollowUp } from './schedule-follow-up'
import { useRefreshContact } from './use-refresh-contact'

export const AddFollowUp = ({ contactId, onClose }: { contactId: string; onClose: () => void }) => {
  const refresh = useRefreshContact()
  const [title, setTitle] = useState('')
  const [when, setWhen] = useState(() => toLocalInput(laterAt('tomorrow', new Date(), timeZone())))
  const [repeat, setRepeat] = useState(0)
  const at = fromLocalInput(when)
  const past = at !== null && isPast(at)
  const adding = useMutation({
    mutationFn: () =>
      scheduleFollowUp(contactId, {
        title: title.trim(),
        dueAt: at?.toISOString() ?? '',
        repeatEveryDays: repeat || undefined,
      }),
    onSuccess: () => (onClose(), refresh(contactId)),
    onError: sayError,
  })
  return (
    <form
      // The sentence at the field says what is wrong, not the browser's own bubble.
      noValidate
      className="mt-2 space-y-3 rounded-md border border-line bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() && at && !isPast(at)) adding.mutate()
      }}
    >
      <Field label={t('card.followUpTitle')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('card.followUpDue')} error={past ? t('later.past') : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            type="datetime-local"
            min={toLocalInput(new Date())}
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('card.repeat')}>
        {(wiring) => (
          <Select {...wiring} value={repeat} onChange={(event) => setRepeat(Number(event.target.value))}>
            <option value={0}>{t('card.repeatNever')}</option>
            {[7, 14, 30, 90].map((days) => (
              <option key={days} value={days}>
                {t('card.repeatEvery', { n: days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex gap-2">
        <Button
          type="submit"
          kind="primary"
          size="small"
          busy={adding.isPending}
          disabled={!title.trim() || !at || past}
        >
          {t('card.addFollowUp')}
        </Button>
        <Button kind="quiet" size="small" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  )
}
