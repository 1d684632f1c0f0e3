import { Webhook } from 'lucide-react'
import { Ago } from '@/components/moment'
import { Button } from '@/components/ui/button'
import type { HookSource } from '@/features/contacts/list-hook-sources'
import { t } from '@/lib/i18n/lazy/hooks'
import { absolute } from '@/lib/time/format'
import { CopyText } from './copy-text'
import { hookAddress } from './hook-example'

type Props = { source: HookSource; onRotate: () => void; onRevoke: () => void }

export const HookRow = ({ source, onRotate, onRevoke }: Props) => (
  <li className="border-t border-line px-4 py-3.5 first:border-t-0">
    <div className="flex items-start gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-line text-text-2">
        <Webhook aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{source.name}</p>
        <p className="text-sm text-text-3">
          {source.lastReceivedAt ? (
            <>
              {t('hooks.received')} <Ago at={source.lastReceivedAt} />
            </>
          ) : (
            t('hooks.silent')
          )}
          {source.ownerName && ` · ${t('hooks.owner', { name: source.ownerName })}`}
        </p>
        {source.previousUntil && (
          <p className="text-sm text-amber">{t('hooks.overlap', { time: absolute(source.previousUntil) })}</p>
        )}
      </div>
    </div>
    <dl className="mt-2.5 space-y-1.5 sm:pl-12">
      {(['dm', 'lead'] as const).map((what) => (
        <div
          key={what}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm sm:grid-cols-[104px_minmax(0,1fr)] sm:items-center"
        >
          <dt className="text-text-2">{t(`hooks.${what}`)}</dt>
          <dd>
            <CopyText
              line
              text={hookAddress(what, source.source)}
              name={t('hooks.addressOf', { what: t(`hooks.${what}`), name: source.name })}
              label={t('hooks.copyAddress')}
            />
          </dd>
        </div>
      ))}
    </dl>
    <div className="mt-3 flex flex-wrap gap-2 sm:pl-12">
      <Button size="small" onClick={onRotate} aria-label={t('hooks.rotateOf', { name: source.name })}>
        {t('hooks.rotate')}
      </Button>
      <Button size="small" onClick={onRevoke} aria-label={t('hooks.revokeOf', { name: source.name })}>
        {t('hooks.revoke')}
      </Button>
    </div>
  </li>
)
