import { useMutation } from '@tanstack/react-query'
import {
  CalendarCheck,
  CalendarPlus,
  CalendarX,
  CirclePlay,
  type LucideIcon,
  MailPlus,
  Sparkles,
} from 'lucide-react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'
import { useIntents } from '@/lib/intents'
import { factButtons, type FactType, newFact, recordFact } from './record-fact'
import { useRefreshContact } from './use-refresh-contact'

const icons: Record<(typeof factButtons)[number], LucideIcon> = {
  INVITE_SENT: MailPlus,
  VIDEO_SENT: CirclePlay,
  MEETING_BOOKED: CalendarPlus,
  MEETING_HELD: CalendarCheck,
  NO_SHOW: CalendarX,
  JOINED_TEAM: Sparkles,
}

/** As long as a double tap takes: what the first tap meant, the second does not mean again. */
const doubleTapMs = 600

export const useRecordFact = (contactId: string) => {
  const refresh = useRefreshContact()
  const intend = useIntents()
  return useMutation({
    mutationFn: (type: FactType) => intend(type, (id) => recordFact(contactId, newFact(type, id))),
    onSuccess: (_, type) => {
      say(t('fact.recorded', { fact: t(`fact.${type}`) }))
      return refresh(contactId)
    },
    onError: sayError,
    // Pending until then, and the buttons with it.
    onSettled: () => new Promise((resolve) => setTimeout(resolve, doubleTapMs)),
  })
}

/** What happens most, one tap each. */
export const FactButtons = ({ contactId }: { contactId: string }) => {
  const recording = useRecordFact(contactId)
  return (
    <div
      role="group"
      aria-label={t('fact.buttons')}
      className="scrollbar-none -mx-4 flex gap-1.5 overflow-x-auto px-4 md:mx-0 md:flex-wrap md:px-0"
    >
      {factButtons.map((type) => {
        const Icon = icons[type]
        return (
          <Button
            key={type}
            size="small"
            icon={<Icon aria-hidden className="size-4 text-text-3" />}
            disabled={recording.isPending}
            onClick={() => recording.mutate(type)}
          >
            {t(`factButton.${type}`)}
          </Button>
        )
      })}
    </div>
  )
}
