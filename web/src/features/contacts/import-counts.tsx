import { t } from '@/lib/i18n/lazy/imports'
import { number } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import type { Import } from './import'
import type { RowOutcome } from './list-import-rows'

type Props = { data: Import; chosen?: RowOutcome; onChoose?: (outcome: RowOutcome) => void }

/** The four numbers; in the result they choose which rows are listed. */
export const ImportCounts = ({ data, chosen, onChoose }: Props) => {
  const counts: [RowOutcome, number][] = [
    ['created', data.created],
    ['updated', data.updated],
    ['duplicate', data.duplicates],
    ['refused', data.refused],
  ]
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      {counts.map(([outcome, n]) => {
        const inside = (
          <>
            <span
              className={cx(
                'num block text-xl font-semibold',
                outcome === 'refused' && n > 0 && 'text-amber',
              )}
            >
              {number(n)}
            </span>
            <span className="block text-sm text-text-2">{t(`import.${outcome}`)}</span>
          </>
        )
        const shape = 'rounded-md border px-4 py-3 text-left'
        if (!onChoose)
          return (
            <div key={outcome} className={cx(shape, 'border-line')}>
              {inside}
            </div>
          )
        return (
          <button
            key={outcome}
            type="button"
            aria-pressed={chosen === outcome}
            onClick={() => onChoose(outcome)}
            className={cx(
              shape,
              'transition-colors',
              chosen === outcome
                ? 'border-accent bg-accent-soft ring-1 ring-accent'
                : 'border-line-strong bg-surface hover:bg-hover',
            )}
          >
            {inside}
          </button>
        )
      })}
    </div>
  )
}
