import { AlarmClock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LaterMenu } from '@/components/later-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuLine } from '@/components/ui/menu'
import { t } from '@/lib/i18n/translate'

const SkipSheet = lazy(() => import('./skip-sheet').then((module) => ({ default: module.SkipSheet })))

type Props = {
  contactId: string
  name: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onSnooze: (until: Date) => void
}

export const SnoozeMenu = ({ contactId, name, open, onOpenChange, onSnooze }: Props) => {
  const [skipping, setSkipping] = useState(false)
  return (
    <>
      <LaterMenu
        open={open}
        onOpenChange={onOpenChange}
        onPick={onSnooze}
        trigger={
          <IconButton label={t('today.snooze', { name })} hint="Z">
            <AlarmClock />
          </IconButton>
        }
      >
        <MenuLine />
        <MenuItem onSelect={() => setSkipping(true)}>{t('today.skip')}</MenuItem>
      </LaterMenu>
      {skipping && (
        <Suspense fallback={null}>
          <SkipSheet contactId={contactId} name={name} onClose={() => setSkipping(false)} />
        </Suspense>
      )}
    </>
  )
}
