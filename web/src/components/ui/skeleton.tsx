import type { ReactNode } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

export const Bone = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx('anim-skeleton block rounded-sm bg-line', className)} />
)

/** Holds bones in the shape of what is coming, and stays away for the first 150 ms. */
export const Skeleton = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div role="status" aria-label={t('state.loading')} className={cx('anim-late', className)}>
    {children}
  </div>
)
