import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/lib/style'

const tones = {
  bad: { icon: CircleAlert, style: 'border-red-line bg-red-soft text-red' },
  warn: { icon: CircleAlert, style: 'border-amber-line bg-amber-soft text-amber' },
  good: { icon: CircleCheck, style: 'border-green-line bg-green-soft text-green' },
  plain: { icon: Info, style: 'border-line bg-sunken text-text-2' },
}

type Props = { tone?: keyof typeof tones; children: ReactNode; className?: string }

/** A sentence in a box that belongs to the page and stays: what goes away by itself is a toast. */
export const Notice = ({ tone = 'plain', children, className }: Props) => {
  const { icon: Icon, style } = tones[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex gap-2.5 rounded-md border px-3 py-2.5', style, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
    </div>
  )
}
