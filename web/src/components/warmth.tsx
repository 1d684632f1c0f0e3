import { Star } from 'lucide-react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

/** Five stars, 0 = not rated yet: nothing is shown then. */
export const Warmth = ({ value, className }: { value: number; className?: string }) =>
  value > 0 ? (
    <span
      role="img"
      aria-label={t('warmth.value', { n: value })}
      title={t('warmth.value', { n: value })}
      className={cx('inline-flex gap-px', className)}
    >
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          className={cx('size-3', star <= value ? 'fill-text-3 text-text-3' : 'text-line-strong')}
        />
      ))}
    </span>
  ) : null

type PickerProps = { value: number; onChange: (value: number) => void; id?: string }

export const WarmthPicker = ({ value, onChange, id }: PickerProps) => (
  <div id={id} role="radiogroup" aria-label={t('contact.warmth')} className="-ml-1.5 flex">
    {[1, 2, 3, 4, 5].map((star) => (
      <button
        key={star}
        type="button"
        role="radio"
        aria-checked={value === star}
        aria-label={t('warmth.value', { n: star })}
        onClick={() => onChange(value === star ? 0 : star)}
        className="grid size-8 place-items-center rounded-md text-text-3 hover:bg-hover touch:size-11"
      >
        <Star aria-hidden className={cx('size-4.5', star <= value && 'fill-accent text-accent')} />
      </button>
    ))}
  </div>
)
