import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { t } from '@/lib/i18n/translate'
import { clock, due, shortDay } from '@/lib/time/format'
import { type Later, laterAt } from '@/lib/time/later'
import { timeZone } from '@/lib/time/zone'

const PickDate = lazy(() => import('./pick-date').then((module) => ({ default: module.PickDate })))

const choices: Later[] = ['laterToday', 'tomorrow', 'friday', 'nextWeek', 'nextMonth']

/** What the word does not say: tomorrow's hour, the others' date. */
const hintOf = (choice: Later, at: Date, now: Date) => {
  if (choice === 'laterToday') return due(at.toISOString(), now)
  return choice === 'tomorrow' ? clock(at) : `${shortDay(at)} ${clock(at)}`
}

type Props = {
  /** Whom or what it is about; the date's own window says so. */
  name?: string
  trigger: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onPick: (until: Date) => void
  /** What else can be chosen, below the times. */
  children?: ReactNode
}

/** When something should come back: four words, or a date of one's own. */
export const LaterMenu = ({ name, trigger, open, onOpenChange, onPick, children }: Props) => {
  const [picking, setPicking] = useState(false)
  const now = new Date()
  return (
    <>
      <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
        {choices.map((choice) => {
          const at = laterAt(choice, now, timeZone())
          return (
            <MenuItem key={choice} hint={hintOf(choice, at, now)} onSelect={() => onPick(at)}>
              {t(`later.${choice}`)}
            </MenuItem>
          )
        })}
        <MenuLine />
        <MenuItem onSelect={() => setPicking(true)}>{t('later.pick')}</MenuItem>
        {children}
      </Menu>
      {picking && (
        <Suspense fallback={null}>
          <PickDate name={name} onClose={() => setPicking(false)} onPick={onPick} />
        </Suspense>
      )}
    </>
  )
}
