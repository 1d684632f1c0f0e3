import { Check } from 'lucide-react'
import { t } from '@/lib/i18n/lazy/imports'
import { cx } from '@/lib/style'
import type { Import } from './import'

const steps = [t('import.stepFile'), t('import.stepColumns'), t('import.stepRunning'), t('import.stepResult')]
const stepOf: Record<Import['state'], number> = {
  mapping: 1,
  queued: 2,
  running: 2,
  done: 4,
  failed: 3,
  undoing: 3,
  undone: 4,
}

export const ImportSteps = ({ state }: { state: Import['state'] }) => {
  const now = stepOf[state]
  return (
    <ol aria-label={t('import.steps')} className="mb-6 flex items-center gap-2 text-sm">
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === now ? 'step' : undefined}
          className={cx(
            'flex items-center gap-2',
            at > 0 && 'before:h-px before:w-4 before:bg-line-strong sm:before:w-8',
          )}
        >
          <span
            className={cx(
              'num grid size-5.5 place-items-center rounded-full text-2xs font-semibold',
              at < now
                ? 'bg-accent text-on-accent'
                : at === now
                  ? 'border-[1.5px] border-accent text-accent-strong'
                  : 'border border-control text-text-3',
            )}
          >
            {at < now ? <Check aria-hidden className="size-3.5" /> : at + 1}
          </span>
          <span className={at === now ? 'font-medium' : 'text-text-2 max-sm:sr-only'}>{step}</span>
        </li>
      ))}
    </ol>
  )
}
