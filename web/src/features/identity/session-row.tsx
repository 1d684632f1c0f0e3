import { CircleHelp, Laptop, Smartphone, Tablet } from 'lucide-react'
import { Ago } from '@/components/moment'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/identity'
import { deviceOf } from './device'
import type { OwnSession } from './list-sessions'

const icons = { phone: Smartphone, tablet: Tablet, computer: Laptop, other: CircleHelp }

export const deviceName = ({ userAgent }: OwnSession) => {
  const { name, system } = deviceOf(userAgent)
  if (name && system) return t('sessions.on', { browser: name, system })
  return name ?? system ?? t('sessions.unknown')
}

export const SessionRow = ({ session, onEnd }: { session: OwnSession; onEnd: () => void }) => {
  const Icon = icons[deviceOf(session.userAgent).kind]
  const name = deviceName(session)
  return (
    <li className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-line text-text-2">
        <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-medium" title={session.userAgent ?? undefined}>
            {name}
          </span>
          {session.current && (
            <span className="rounded-full bg-accent-soft px-2 py-px text-xs font-medium text-accent-strong">
              {t('sessions.here')}
            </span>
          )}
        </span>
        <span className="mt-0.5 block text-sm text-text-2 wrap-anywhere">
          {session.remoteAddress ?? t('sessions.noPlace')}
          <span aria-hidden> · </span>
          {session.current ? t('sessions.now') : <Ago at={session.lastUsedAt} />}
        </span>
        <span className="block text-xs text-text-3">
          {t('sessions.since')} <Ago at={session.createdAt} />
        </span>
      </span>
      {!session.current && (
        <Button size="small" onClick={onEnd} aria-label={`${t('sessions.endDo')}: ${name}`}>
          {t('sessions.endDo')}
        </Button>
      )}
    </li>
  )
}
