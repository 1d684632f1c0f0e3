import { Check } from 'lucide-react'
import { t } from '@/lib/i18n/lazy/today'
import { cx } from '@/lib/style'

/** With so many, the daily list has something to rank. */
export const enough = 3

/** How many of the first three are there. */
export const FirstCount = ({ there }: { there: number }) => (
  <div
    role="progressbar"
    aria-label={t('today.firstProgress')}
    aria-valuemin={0}
    aria-valuemax={enough}
    aria-valuenow={there}
    aria-valuetext={t('today.firstCount', { n: there })}
    className="flex items-center gap-2"
  >
    {Array.from({ length: enough }, (_, at) => (
      <span
        key={at}
        aria-hidden
        className={cx(
          'grid size-5 place-items-center rounded-full border',
          at < there ? 'border-accent bg-accent text-on-accent' : 'border-control',
        )}
      >
        {at < there && <Check className="size-3" strokeWidth={3} />}
      </span>
    ))}
    <span className="text-sm font-medium text-text-2">{t('today.firstCount', { n: there })}</span>
  </div>
)
