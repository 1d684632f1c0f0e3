import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { t } from '@/lib/i18n/translate'
import { due } from '@/lib/time/format'
import { type Later, laterAt } from '@/lib/time/later'
import { timeZone } from '@/lib/time/zone'

const PickDate = lazy(() => import('./pick-date').then((module) => ({ default: module.PickDate })))

const choices: Later[] = ['laterToday', 'tomorrow', 'friday', 'nextWeek', 'nextMonth']

type Props = {
  trigger: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onPick: (until: Date) => void
}

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
      {picking && (
        <Suspense fallback={null}>
          <PickDate onClose={() => setPicking(false)} onPick={onPick} />
        </Suspense>
      )}
    </>
  )
}
