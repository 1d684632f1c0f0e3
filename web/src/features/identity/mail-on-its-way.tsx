import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/identity'
import { useCountdown } from '@/lib/use-countdown'

// The server mails one address once a minute.
const pause = 60

type Props = { email: string; text: string; again: () => Promise<void>; onOther: () => void }

export const MailOnItsWay = ({ email, text, again, onOther }: Props) => {
  const head = useRef<HTMLHeadingElement>(null)
  const resending = useMutation({
    mutationFn: again,
    onSuccess: () => say(t('mail.again')),
    onError: sayError,
  })
  const left = useCountdown(resending.submittedAt, pause)
  // The field that had the focus is gone.
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="rounded-lg border border-line bg-surface p-5">
      <span className="mb-3 grid size-10 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <MailCheck aria-hidden className="size-5" />
      </span>
      <h2 ref={head} tabIndex={-1} className="text-lg font-semibold tracking-tight outline-none">
        {t('mail.title')}
      </h2>
      <p className="mt-1 text-text-2 wrap-anywhere">
        <span className="font-medium text-text">{email}</span> – {text}
      </p>
      <p className="mt-2 text-sm text-text-3">{t('mail.spam')}</p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button busy={resending.isPending} aria-disabled={left > 0} onClick={() => resending.mutate()}>
          {left > 0 ? (
            <span className="num">{t('mail.againIn', { seconds: left })}</span>
          ) : (
            t('mail.sendAgain')
          )}
        </Button>
        <Button kind="quiet" onClick={onOther}>
          {t('mail.other')}
        </Button>
      </div>
    </div>
  )
}
