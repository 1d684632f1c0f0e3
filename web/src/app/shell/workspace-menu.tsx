import { ChevronsUpDown } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Logo } from '@/components/logo'
import { Menu } from '@/components/ui/menu'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

const WorkspaceItems = lazy(() =>
  import('@/features/identity/workspace-items').then((module) => ({ default: module.WorkspaceItems })),
)

export const WorkspaceMenu = ({ narrow }: { narrow: boolean }) => {
  const name = useMe()?.workspace.name ?? ''
  const trigger = (
    <button
      type="button"
      aria-label={`${t('nav.workspace')}: ${name}`}
      className={cx(
        'mb-2 flex h-9 min-w-0 items-center gap-2.5 rounded-md hover:bg-hover',
        narrow ? 'justify-center' : 'px-1.5',
      )}
    >
      <Logo className="shrink-0" />
      {!narrow && (
        <>
          <span className="min-w-0 flex-1 truncate text-left font-semibold">{name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-text-3" />
        </>
      )}
    </button>
  )
  return (
    <Menu trigger={trigger} align="start">
      <Suspense fallback={<p className="h-20 w-48" />}>
        <WorkspaceItems />
      </Suspense>
    </Menu>
  )
}
