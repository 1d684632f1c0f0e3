import { Button } from '@/components/ui/button'
import { Notice } from '@/components/notice'
import { problemOf, sentenceOf } from '@/lib/api/problem'
import { retryAfter } from '@/lib/api/retry-after'
import { t } from '@/lib/i18n/lazy/identity'
import { useCountdown } from '@/lib/use-countdown'

type Props = {
  /** Of the last try; null while there is none to tell. */
  error: unknown
  busy: boolean
  label: string
  /** Codes with a sentence of their own. */
  words?: Record<string, string>
  wide?: boolean
}

/** The button of a form that may be tried only so often, with what became of the last try above it. */
export const Attempt = ({ error, busy, label, words = {}, wide = true }: Props) => {
  const wait = retryAfter(error)
  const left = useCountdown(error, wait)
  const over = wait > 0 && left === 0
  return (
    <>
      {error != null && !over && (
        <Notice tone="bad">
          {wait > 0
            ? t('signIn.tooMany', { seconds: wait })
            : (words[problemOf(error).code] ?? sentenceOf(error))}
        </Notice>
      )}
      <Button kind="primary" type="submit" busy={busy} disabled={left > 0} className={wide ? 'w-full' : ''}>
        {left > 0 ? <span className="num">{t('attempt.in', { seconds: left })}</span> : label}
      </Button>
    </>
  )
}
