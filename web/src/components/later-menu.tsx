import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { t } from '@/lib/i18n/translate'
import { due } from '@/lib/time/format'
import { fromLocalInput, toLocalInput } from '@/lib/time/local-input'
import { type Later, laterAt } from '@/lib/time/later'
import { timeZone } from '@/lib/time/zone'

const choices: Later[] = ['laterToday', 'tomorrow', 'friday', 'nextWeek', 'nextMonth']

type Props = { trigger: ReactNode; open?: boolean; onOpenChange?: (open: boolean) => void; onPick: (until: Date) => void }

/** When something should come back: four words, or a date of one's own. */
export const LaterMenu = ({ trigger, open, onOpenChange, onPick }: Props) => {
  const [picking, setPicking] = useState(false)
  const now = new Date()
  return (
    <>
      <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
        {choices.map((choice) => {
          const at = laterAt(choice, now, timeZone())
          return (
            <MenuItem key={choice} hint={due(at.toISOString(), now)} onSelect={() => onPick(at)}>
              {t(`later.${choice}`)}
            </MenuItem>
          )
        })}
        <MenuLine />
        <MenuItem onSelect={() => setPicking(true)}>{t('later.pick')}</MenuItem>
      </Menu>
      {picking && <PickDate onClose={() => setPicking(false)} onPick={onPick} />}
    </>
  )
}

const PickDate = ({ onClose, onPick }: { onClose: () => void; onPick: (until: Date) => void }) => {
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
      <Input type="datetime-local" aria-label={t('card.followUpDue')} value={value} onChange={(event) => setValue(event.target.value)} />
    </Dialog>
  )
}
