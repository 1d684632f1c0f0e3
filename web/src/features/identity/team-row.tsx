import { ChevronRight } from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { t } from '@/lib/i18n/lazy/team'
import { cx } from '@/lib/style'
import type { TeamLine } from './get-team'
import { roleName } from './role-name'

type Props = {
  line: TeamLine
  own: boolean
  /** Undefined for who brought nobody. */
  open?: boolean
  focusable: boolean
  onFocus: () => void
  onToggle: () => void
}

// Deeper lines keep room for a name on a phone.
const indent = (depth: number) => `calc(${Math.min(depth, 8)} * clamp(12px, 2.4vw, 24px))`

export const TeamRow = ({ line, own, open, focusable, onFocus, onToggle }: Props) => (
  <li
    role="treeitem"
    data-id={line.id}
    aria-level={line.depth + 1}
    aria-expanded={open}
    aria-selected={focusable}
    tabIndex={focusable ? 0 : -1}
    onFocus={onFocus}
    onClick={open === undefined ? undefined : onToggle}
    className={cx(
      'flex min-h-14 items-center gap-2.5 border-t border-line px-3 py-2 first:border-t-0 focus-visible:-outline-offset-2',
      open !== undefined && 'cursor-pointer hover:bg-hover',
    )}
  >
    <span aria-hidden className="shrink-0" style={{ width: indent(line.depth) }} />
    <ChevronRight
      aria-hidden
      className={cx(
        'size-4 shrink-0 text-text-3 transition-transform',
        open && 'rotate-90',
        open === undefined && 'invisible',
      )}
    />
    <Avatar name={line.name} size="small" />
    <span className="min-w-0 flex-1">
      <span className={cx('block truncate font-medium', line.status !== 'active' && 'text-text-2')}>
        {line.name}
        {own && <span className="ml-1.5 font-normal text-text-3">({t('settings.you')})</span>}
      </span>
      <span className="block truncate text-sm text-text-2">
        {line.status === 'active'
          ? roleName(line.role)
          : t(line.status === 'left' ? 'members.left' : 'members.disabled')}
      </span>
    </span>
    {line.direct > 0 && (
      <span className="num shrink-0 text-right text-sm text-text-2">
        {t('team.direct', { n: line.direct })}
        {line.downline > line.direct && (
          <span className="block text-xs text-text-3">{t('team.downline', { n: line.downline })}</span>
        )}
      </span>
    )}
  </li>
)
