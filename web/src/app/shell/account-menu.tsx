import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu'
import { signOut } from '@/features/identity/sign-out'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { cx } from '@/lib/style'
import { chooseTheme, useTheme } from '@/lib/theme'

export const AccountMenu = ({ narrow }: { narrow: boolean }) => {
  const me = useMe()
  const theme = useTheme()
  const navigate = useNavigate()
  if (!me) return null
  const trigger = (
    <button
      type="button"
      aria-label={`${t('nav.account')}: ${me.name}`}
      className={cx(
        'flex h-10 min-w-0 items-center gap-2.5 rounded-md hover:bg-hover',
        narrow ? 'px-1' : 'flex-1 px-1.5',
      )}
    >
      <Avatar name={me.name} size="small" />
      {!narrow && <span className="truncate font-medium text-text-2">{me.name}</span>}
    </button>
  )
  const mark = (value: typeof theme) => (theme === value ? '✓' : undefined)
  return (
    <Menu trigger={trigger} align="start">
      <MenuLabel>{me.email}</MenuLabel>
      <MenuItem icon={<Settings />} onSelect={() => void navigate({ to: '/settings' })}>
        {t('nav.settings')}
      </MenuItem>
      <MenuItem icon={<Keyboard />} hint="?" onSelect={() => showOverlay('shortcuts')}>
        {t('shortcuts.title')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('settings.theme')}</MenuLabel>
      <MenuItem icon={<Sun />} hint={mark('light')} onSelect={() => chooseTheme('light')}>
        {t('settings.light')}
      </MenuItem>
      <MenuItem icon={<Moon />} hint={mark('dark')} onSelect={() => chooseTheme('dark')}>
        {t('settings.dark')}
      </MenuItem>
      <MenuItem icon={<Monitor />} hint={mark('system')} onSelect={() => chooseTheme('system')}>
        {t('settings.system')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
        {t('settings.signOut')}
      </MenuItem>
    </Menu>
  )
}
