import { cx } from '@/lib/style'

export const Kbd = ({ children, inverted }: { children: string; inverted?: boolean }) => (
  <kbd
    className={cx(
      'rounded-[4px] border px-1 font-sans text-2xs leading-[16px] font-medium',
      inverted ? 'border-current/40 text-current' : 'border-line-strong text-text-3',
    )}
  >
    {children}
  </kbd>
)
