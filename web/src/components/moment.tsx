import { absolute, ago, due, isLate, lasting } from '@/lib/time/format'
import { cx } from '@/lib/style'

/** A time in words with the full date on hover. */
export const Ago = ({ at, className }: { at: string; className?: string }) => (
  <time dateTime={at} title={absolute(at)} className={cx('num', className)}>
    {ago(at)}
  </time>
)

export const Due = ({ at, className }: { at: string; className?: string }) => (
  <time
    dateTime={at}
    title={absolute(at)}
    className={cx('num', className, isLate(at) && 'font-medium text-amber!')}
  >
    {due(at)}
  </time>
)

export const Lasting = ({ since, className }: { since: string; className?: string }) => (
  <time dateTime={since} title={absolute(since)} className={cx('num', className)}>
    {lasting(since)}
  </time>
)
