import { AlarmClock } from 'lucide-react'
import { LaterMenu } from '@/components/later-menu'
import { IconButton } from '@/components/ui/icon-button'
import { t } from '@/lib/i18n/translate'

type Props = {
  name: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onSnooze: (until: Date) => void
}

export const SnoozeMenu = ({ name, open, onOpenChange, onSnooze }: Props) => (
  <LaterMenu
    open={open}
    onOpenChange={onOpenChange}
    onPick={onSnooze}
    trigger={
      <IconButton label={t('today.snooze', { name })} hint="Z">
        <AlarmClock />
      </IconButton>
    }
  />
)
