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
  /** What is said where no code has one. */
  sentence?: (error: unknown) => string
  wide?: boolean
  danger?: boolean
  /** In a sheet: the way out beside it. */
  onCancel?: () => void
}

/** The button of a form that may be tried only so often, with what became of the last try above it. */
export const Attempt = ({
  error,
  busy,
  label,
  words = {},
  sentence = sentenceOf,
  wide = true,
  danger,
  onCancel,
}: Props) => {
  const wait = retryAfter(error)
  const left = useCountdown(error, wait)
  const over = wait > 0 && left === 0
  return (
    <>
      {error != null && !over && (
        <Notice tone="bad">
          {wait > 0
            ? t('signIn.tooMany', { seconds: wait })
            : (words[problemOf(error).code] ?? sentence(error))}
        </Notice>
      )}
      <div className={onCancel && 'flex justify-end gap-2 pt-1'}>
        {onCancel && <Button onClick={onCancel}>{t('action.cancel')}</Button>}
        <Button
          kind={danger ? 'danger' : 'primary'}
          type="submit"
          busy={busy}
          aria-disabled={left > 0}
          className={wide && !onCancel ? 'w-full' : ''}
        >
          {left > 0 ? <span className="num">{t('attempt.in', { seconds: left })}</span> : label}
        </Button>
      </div>
    </>
  )
}
