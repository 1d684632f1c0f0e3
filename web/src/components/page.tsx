import { type ReactNode, useEffect } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

type Props = {
  title: string
  /** Stands over the heading: the way back. */
  above?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
  wide?: boolean
}

export const useTitle = (title: string) => {
  useEffect(() => {
    document.title = t('app.title', { page: title })
  }, [title])
}

/** The frame of a page: its heading, its actions, and the gutters (16 / 24 / 32). */
export const Page = ({ title, above, subtitle, actions, children, className, wide }: Props) => {
  useTitle(title)
  return (
    <div
      className={cx(
        'px-4 pt-5 pb-28 md:px-6 md:pt-7 md:pb-16 lg:px-8',
        !wide && 'mx-auto max-w-[1240px]',
        className,
      )}
    >
      <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          {above}
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {subtitle && <p className="mt-0.5 text-text-2">{subtitle}</p>}
        </div>
        {actions && (
          <div className="flex max-w-full items-center gap-2 has-[input]:w-full md:has-[input]:w-auto">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}
