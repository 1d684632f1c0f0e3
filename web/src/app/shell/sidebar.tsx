import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PanelLeftClose, PanelLeftOpen, Search, type LucideIcon } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Tip } from '@/components/ui/tip'
import { summariseNextActions } from '@/features/intelligence/summarise-next-actions'
import { number, t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { cx } from '@/lib/style'
import { AccountMenu } from './account-menu'
import { useNavItems } from './nav-items'
import { useSidebarWidth } from './use-sidebar-width'
import { WorkspaceMenu } from './workspace-menu'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

export const Sidebar = () => {
  const [narrow, setNarrow] = useSidebarWidth()
  const items = useNavItems()
  const { data: summary } = useQuery(summariseNextActions)
  return (
    <aside
      className={cx(
        'sticky top-0 flex h-dvh shrink-0 flex-col gap-0.5 border-r border-line bg-sunken p-3 transition-[width]',
        narrow ? 'w-[61px]' : 'w-[232px]',
      )}
    >
      <WorkspaceMenu narrow={narrow} />
      <SearchButton narrow={narrow} />
      <nav aria-label={t('nav.main')} className="flex flex-col gap-0.5">
        {items.main.map((item) => (
          <NavLink
            key={item.to}
            {...item}
            narrow={narrow}
            count={item.to === '/today' ? summary?.due : undefined}
          />
        ))}
        <div className="mx-2 my-2.5 h-px bg-line" />
        {items.more.map((item) => (
          <NavLink key={item.to} {...item} narrow={narrow} />
        ))}
      </nav>
      <div className={cx('mt-auto flex items-center gap-1', narrow && 'flex-col-reverse')}>
        <AccountMenu narrow={narrow} />
        <IconButton label={narrow ? t('nav.expand') : t('nav.collapse')} onClick={() => setNarrow(!narrow)}>
          {narrow ? <PanelLeftOpen /> : <PanelLeftClose />}
        </IconButton>
      </div>
    </aside>
  )
}

const SearchButton = ({ narrow }: { narrow: boolean }) =>
  narrow ? (
    <IconButton
      label={t('nav.search')}
      hint={isMac ? '⌘K' : 'Ctrl K'}
      onClick={() => showOverlay('palette')}
      className="mb-2"
    >
      <Search />
    </IconButton>
  ) : (
    <button
      type="button"
      onClick={() => showOverlay('palette')}
      className="mb-3 flex h-9 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-text-3 transition-colors hover:text-text-2"
    >
      <Search aria-hidden className="size-4" />
      <span className="flex-1 text-left">{t('nav.search')}</span>
      <Kbd>{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
    </button>
  )

type LinkProps = { to: string; label: string; icon: LucideIcon; narrow: boolean; count?: number }

const NavLink = ({ to, label, icon: Icon, narrow, count }: LinkProps) => {
  const link = (
    <Link
      to={to}
      aria-label={narrow ? label : undefined}
      className={cx(
        'flex h-9 items-center gap-2.5 rounded-md font-medium text-text-2 transition-colors hover:bg-hover hover:text-text',
        narrow ? 'justify-center' : 'px-2.5',
      )}
      activeProps={{ className: 'bg-surface! text-text! ring-1 ring-line' }}
    >
      <Icon aria-hidden className="size-[18px] shrink-0" strokeWidth={1.8} />
      {!narrow && <span className="flex-1">{label}</span>}
      {!narrow && count ? <span className="num text-xs text-text-3">{number(count)}</span> : null}
    </Link>
  )
  return narrow ? (
    <Tip text={label} side="right">
      {link}
    </Tip>
  ) : (
    link
  )
}
