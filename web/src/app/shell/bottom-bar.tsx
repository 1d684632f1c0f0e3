import { Link, useLocation } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { cx } from '@/lib/style'
import { useNavItems } from './nav-items'

const item = 'flex flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium min-w-0'

/** The phone's bar: four places and the rest under More. */
export const BottomBar = () => {
  const { pathname } = useLocation()
  const items = useNavItems()
  const inMore = items.more.some(({ to }) => pathname.startsWith(to))
  return (
    <nav
      aria-label={t('nav.main')}
      className="safe-bottom fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface"
    >
      <div className="flex h-15">
        {items.main.map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={cx(item, 'text-text-3')}
            activeProps={{ className: 'text-accent-strong!' }}
          >
            <Icon aria-hidden className="size-[22px]" strokeWidth={1.8} />
            {label}
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => showOverlay('more')}
          className={cx(item, inMore ? 'text-accent-strong' : 'text-text-3')}
        >
          <Ellipsis aria-hidden className="size-[22px]" strokeWidth={1.8} />
          {t('nav.more')}
        </button>
      </div>
    </nav>
  )
}
