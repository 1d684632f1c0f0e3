import { cx } from '@/lib/style'

export const Logo = ({ className }: { className?: string }) => (
  <svg aria-hidden viewBox="0 0 32 32" className={cx('size-7 fill-none', className)}>
    <rect width="32" height="32" rx="9" className="fill-accent" />
    <path
      d="M8 19.5c2.700-6 5.300-6 8-2.500s5.300 3.500 8-2.500"
      strokeWidth="3"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
  </svg>
)
