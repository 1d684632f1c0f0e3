import { type ReactNode, useId } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

type Wiring = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type Props = {
  label: string
  error?: string
  hint?: ReactNode
  optional?: boolean
  hideLabel?: boolean
  className?: string
  children: (wiring: Wiring) => ReactNode
}

/** Label, control, hint and error, wired together for screen readers. */
export const Field = ({ label, error, hint, optional, hideLabel, className, children }: Props) => {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={cx('min-w-0', className)}>
      <label
        htmlFor={id}
        className={cx('mb-1.5 block text-sm font-medium text-text-2', hideLabel && 'sr-only')}
      >
        {label}
        {optional && <span className="ml-1.5 font-normal text-text-3">{t('form.optional')}</span>}
      </label>
      {children({
        id,
        ...(error ? { 'aria-invalid': true as const } : {}),
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-text-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm text-red">
          {error}
        </p>
      )}
    </div>
  )
}
