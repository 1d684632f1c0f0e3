import { type ComponentProps, type ReactNode } from 'react'
import { Slot } from 'radix-ui'
import { cx } from '@/lib/style'

const kinds = {
  primary: 'bg-accent border-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover',
  plain: 'bg-surface border-line-strong text-text hover:bg-sunken',
  quiet: 'bg-transparent border-transparent text-text-2 hover:bg-hover hover:text-text',
  danger: 'bg-surface border-line-strong text-red hover:bg-red-soft hover:border-red-line',
}

export type ButtonKind = keyof typeof kinds

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  kind?: ButtonKind
  size?: 'small' | 'normal'
  /** Clicks do nothing meanwhile, but it keeps the focus: `disabled` would drop it. So does `aria-disabled`. */
  busy?: boolean
  icon?: ReactNode
  /** Renders its only child (a link) in the button's clothes. */
  asChild?: boolean
  children?: ReactNode
}

export const buttonClass = (kind: ButtonKind = 'plain', size: 'small' | 'normal' = 'normal') =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors select-none',
    'disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50 aria-disabled:pointer-events-none [&_svg]:shrink-0',
    size === 'small' ? 'h-8 px-2.5 text-sm touch:h-11' : 'h-9 px-3.5 text-base touch:h-11',
    kinds[kind],
  )

export const Button = ({
  kind,
  size,
  busy,
  icon,
  asChild,
  className,
  children,
  onClick,
  'aria-disabled': ariaDisabled,
  ...rest
}: Props) => {
  const style = cx(buttonClass(kind, size), className)
  if (asChild) return <Slot.Root className={style}>{children}</Slot.Root>
  const held = busy || ariaDisabled === true
  return (
    <button
      type="button"
      className={style}
      aria-busy={busy || undefined}
      aria-disabled={held || undefined}
      // Enter in a field clicks its form's button too.
      onClick={held ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

const Spinner = () => (
  <span
    aria-hidden
    className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent"
  />
)
