import type { ComponentProps } from 'react'
import { ChevronDown } from 'lucide-react'
import { cx } from '@/lib/style'

// 16 px on touch screens, or iOS zooms the page when the field takes the focus.
const control =
  'w-full rounded-md border border-control bg-surface text-base text-text touch:text-lg transition-colors ' +
  'hover:border-text-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-red disabled:opacity-60'

export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={cx(control, 'h-9 px-3 touch:h-11', className)} {...rest} />
)

export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    className={cx(control, 'field-sizing-content min-h-18 resize-none px-3 py-2 leading-normal', className)}
    {...rest}
  />
)

/** The platform's own list: the best one a phone has, and free of any script. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <span className={cx('relative block', className)}>
    <select className={cx(control, 'h-9 appearance-none truncate pr-9 pl-3 touch:h-11')} {...rest}>
      {children}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-text-3"
    />
  </span>
)
