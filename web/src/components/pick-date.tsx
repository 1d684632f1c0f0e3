import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { isPast } from '@/lib/time/format'
import { laterAt } from '@/lib/time/later'
import { fromLocalInput, toLocalInput } from '@/lib/time/local-input'
import { timeZone } from '@/lib/time/zone'

type Props = { name?: string; onClose: () => void; onPick: (until: Date) => void }

export const PickDate = ({ name, onClose, onPick }: Props) => {
  const [value, setValue] = useState(() => toLocalInput(laterAt('tomorrow', new Date(), timeZone())))
  const at = fromLocalInput(value)
  const past = at !== null && isPast(at)
  const pick = () => {
    // Asked again: the minute may have passed while the window stood open.
    if (!at || isPast(at)) return
    onClose()
    onPick(at)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={name ? t('later.snoozeUntil', { name }) : t('later.until')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={!at || past} onClick={pick}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <Field label={t('card.followUpDue')} hideLabel error={past ? t('later.past') : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            type="datetime-local"
            min={toLocalInput(new Date())}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
