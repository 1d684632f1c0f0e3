import type { ComponentProps } from 'react'
import { Input } from '@/components/ui/input'
import { cx } from '@/lib/style'

/** Six digits of an app, or a recovery code: phones offer the one that they know. */
export const CodeInput = ({ digits, className, ...rest }: ComponentProps<'input'> & { digits?: boolean }) => (
  <Input
    autoComplete="one-time-code"
    inputMode={digits ? 'numeric' : 'text'}
    autoCapitalize="none"
    spellCheck={false}
    className={cx('num tracking-wide', className)}
    {...rest}
  />
)
