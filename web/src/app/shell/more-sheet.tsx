import { Link } from '@tanstack/react-router'
import { ChevronsUpDown, LogOut, Search } from 'lucide-react'
import { useState } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { signOut } from '@/features/identity/sign-out'
import { WorkspaceChoice } from '@/features/identity/workspace-choice'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { useNavItems } from './nav-items'

const row =
  'flex h-12 w-full items-center gap-3 rounded-md px-2 text-left font-medium hover:bg-hover [&_svg]:size-5 [&_svg]:text-text-3'

export const MoreSheet = ({ onClose }: { onClose: () => void }) => {
  const me = useMe()
  const [choosing, setChoosing] = useState(false)
  const { more } = useNavItems()
  return (
    <Sheet open onClose={onClose} title={me?.workspace.name ?? t('nav.more')} description={me?.email}>
      <button type="button" className={row} onClick={() => showOverlay('palette')}>
        <Search aria-hidden />
        {t('nav.search')}
      </button>
      {more.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} onClick={onClose} className={row}>
          <Icon aria-hidden />
          {label}
        </Link>
      ))}
      <button type="button" className={row} onClick={() => (onClose(), void signOut())}>
        <LogOut aria-hidden />
        {t('settings.signOut')}
      </button>
      <button type="button" aria-expanded={choosing} className={row} onClick={() => setChoosing(!choosing)}>
        <ChevronsUpDown aria-hidden />
        {t('nav.workspaces')}
      </button>
      {choosing && <WorkspaceChoice onHere={onClose} />}
    </Sheet>
  )
}
