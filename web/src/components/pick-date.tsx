import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { laterAt } from '@/lib/time/later'
import { fromLocalInput, toLocalInput } from '@/lib/time/local-input'
import { timeZone } from '@/lib/time/zone'

export const PickDate = ({ onClose, onPick }: { onClose: () => void; onPick: (until: Date) => void }) => {
  const [value, setValue] = useState(() => toLocalInput(laterAt('tomorrow', new Date(), timeZone())))
  const at = fromLocalInput(value)
  const pick = () => {
    if (!at) return
    onClose()
    onPick(at)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('later.pick')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={!at} onClick={pick}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <Input
        type="datetime-local"
        aria-label={t('card.followUpDue')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </Dialog>
  )
}
