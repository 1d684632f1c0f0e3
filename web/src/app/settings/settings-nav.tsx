import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/identity'
import { settingsGroups } from './sections'

/** Beside the section on a desktop, a page of its own on a phone; what the role would be refused is not shown. */
export const SettingsNav = ({ page }: { page?: boolean }) => {
  const permissions = useMe()?.permissions ?? []
  return (
    <nav aria-label={t('settings.title')} className={page ? 'space-y-6' : 'space-y-5'}>
      {settingsGroups.map(({ label, items }) => (
        <div key={label}>
          <h2 className="px-3 pb-1.5 text-xs font-medium text-text-3">{label}</h2>
          <ul className={page ? 'rounded-lg border border-line bg-surface' : 'space-y-0.5'}>
            {items
              .filter(({ needs }) => needs === undefined || permissions.includes(needs))
              .map(({ label: name, icon: Icon, to, section }) => (
                <li key={name} className={page ? 'border-t border-line first:border-t-0' : undefined}>
                  <Link
                    to={to}
                    params={section ? { section } : {}}
                    replace={!page}
                    className={
                      page
                        ? 'flex h-13 items-center gap-3 px-4 font-medium active:bg-hover'
                        : 'flex h-9 items-center gap-2.5 rounded-md px-3 font-medium text-text-2 transition-colors hover:bg-hover hover:text-text touch:h-11'
                    }
                    activeProps={{ className: page ? '' : 'bg-line! text-text!' }}
                  >
                    <Icon aria-hidden className="size-4.5 shrink-0 text-text-3" strokeWidth={1.8} />
                    <span className="min-w-0 flex-1 truncate">{name}</span>
                    {page && <ChevronRight aria-hidden className="size-4 text-text-3" />}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
