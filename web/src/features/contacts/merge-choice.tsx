import { RadioGroup } from 'radix-ui'
import { t, type messages } from '@/lib/i18n/lazy/duplicates'
import { cx } from '@/lib/style'
import type { Difference } from './merge-fields'
import type { Side } from './merge-contacts'

type Props = {
  difference: Difference
  names: { kept: string; other: string }
  side: Side
  onChoose: (side: Side) => void
}

type FieldKey = Extract<keyof typeof messages, `dup.field.${string}`>

const labelOf = ({ name, own }: Difference) => own ?? t(`dup.field.${name}` as FieldKey)

/** One field: whose value is kept, or both. One below the other on a phone. */
export const MergeChoice = ({ difference, names, side, onChoose }: Props) => {
  const label = labelOf(difference)
  const titles: Record<Side, string> = {
    kept: `${names.kept}, ${t('dup.older')}`,
    other: `${names.other}, ${t('dup.newer')}`,
    both: t('dup.both'),
  }
  const words: Record<Side, string> = {
    kept: difference.kept,
    other: difference.other,
    both: [...new Set([...difference.kept.split('\n'), ...difference.other.split('\n')])].join('\n'),
  }
  return (
    <section>
      <h4 className="mb-1.5 text-sm font-medium text-text-2">{label}</h4>
      <RadioGroup.Root
        aria-label={label}
        value={side}
        onValueChange={(next) => onChoose(next as Side)}
        className={cx('grid gap-2', difference.sides.length > 2 ? 'sm:grid-cols-3' : 'sm:grid-cols-2')}
      >
        {difference.sides.map((each) => (
          <RadioGroup.Item
            key={each}
            value={each}
            className="flex min-h-16 min-w-0 flex-col rounded-md border border-control p-3 text-left transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
          >
            <span className="text-xs font-medium text-text-3">{titles[each]}</span>
            <span className="mt-0.5 line-clamp-6 wrap-anywhere whitespace-pre-line">{words[each]}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  )
}
