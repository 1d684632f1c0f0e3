import type { ComponentProps } from 'react'
import { cx } from '@/lib/style'
import { Tip } from './tip'

type Props = ComponentProps<'button'> & { label: string; hint?: string; outlined?: boolean }

/** A button of one icon: the label is its name and its tooltip. */
export const IconButton = ({ label, hint, outlined, className, children, ...rest }: Props) => (
  <Tip text={label} hint={hint}>
    <button
      type="button"
      aria-label={label}
      className={cx(
        'inline-grid size-9 shrink-0 place-items-center rounded-md text-text-2 transition-colors touch:size-11',
        'hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-4.5',
        outlined && 'border border-line-strong bg-surface',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  </Tip>
)
