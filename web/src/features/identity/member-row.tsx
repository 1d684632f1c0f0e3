import { Ellipsis } from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { Ago } from '@/components/moment'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { t } from '@/lib/i18n/lazy/team'
import { cx } from '@/lib/style'
import type { Member } from './list-members'
import { roleName } from './role-name'

export type MemberAction = 'change' | 'reset' | 'disable' | 'restore'

type Props = { member: Member; own: boolean; onAction?: (action: MemberAction) => void }

export const MemberRow = ({ member, own, onAction }: Props) => {
  const active = member.status === 'active'
  return (
    <li className="flex items-center gap-3 border-t border-line py-3 pr-2 pl-4 first:border-t-0">
      <Avatar name={member.name} />
      <span className="min-w-0 flex-1">
        <span className={cx('block truncate font-medium', !active && 'text-text-2')}>
          {member.name}
          {own && <span className="ml-1.5 font-normal text-text-3">({t('settings.you')})</span>}
        </span>
        <span className="block truncate text-sm text-text-2">{member.email}</span>
      </span>
      <span className="shrink-0 text-right text-sm">
        <span className={cx('block', !active && 'text-amber')}>
          {active ? roleName(member.role) : t(member.status === 'left' ? 'members.left' : 'members.disabled')}
        </span>
        <span className="block text-xs text-text-3">
          {member.lastTouchAt ? (
            <>
              <span className="hidden md:inline">{t('settings.lastActive')} </span>
              <Ago at={member.lastTouchAt} />
            </>
          ) : (
            t('settings.noTouch')
          )}
        </span>
      </span>
      {onAction && member.status !== 'left' ? (
        <Menu
          trigger={
            <IconButton label={t('members.actions', { name: member.name })}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => onAction('change')}>{t('members.change')}</MenuItem>
          {active && (
            <MenuItem disabled={own} onSelect={() => onAction('reset')}>
              {t('members.reset')}
            </MenuItem>
          )}
          <MenuLine />
          {active ? (
            <MenuItem danger disabled={own} onSelect={() => onAction('disable')}>
              {t('members.disable')}
            </MenuItem>
          ) : (
            <MenuItem onSelect={() => onAction('restore')}>{t('members.restore')}</MenuItem>
          )}
        </Menu>
      ) : (
        <span className="w-2" />
      )}
    </li>
  )
}
