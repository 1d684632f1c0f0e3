import { KeyRound } from 'lucide-react'
import { Ago } from '@/components/moment'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/keys'
import { cx } from '@/lib/style'
import { absolute, isLate } from '@/lib/time/format'
import type { ApiKey } from './list-api-keys'

type Props = { apiKey: ApiKey; own: boolean; meaningOf: (scope: string) => string; onRevoke: () => void }

const stateOf = ({ revokedAt, expiresAt }: ApiKey) =>
  revokedAt ? t('keys.revoked') : isLate(expiresAt) ? t('keys.expired') : null

export const KeyRow = ({ apiKey, own, meaningOf, onRevoke }: Props) => {
  const over = stateOf(apiKey)
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0">
      <span
        className={cx(
          'grid size-9 shrink-0 place-items-center rounded-full bg-line text-text-2',
          over && 'opacity-50',
        )}
      >
        <KeyRound aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">
          {apiKey.name}
          {over && <span className="ml-2 font-normal text-amber">{over}</span>}
        </p>
        <p className="text-sm text-text-2 wrap-anywhere">
          <code className="num">{apiKey.prefix}…</code>
          {!own && ` · ${apiKey.ownerName}`}
        </p>
        <p className="text-sm text-text-3">
          {apiKey.lastUsedAt ? (
            <>
              {t('keys.used')} <Ago at={apiKey.lastUsedAt} />
            </>
          ) : (
            t('keys.unused')
          )}
          {!over && ` · ${t('keys.until', { day: absolute(apiKey.expiresAt) })}`}
        </p>
        <details className="mt-1 text-sm">
          <summary className="w-fit rounded-sm py-1 font-medium text-text-2 touch:py-2.5">
            {t('keys.may', { n: apiKey.scopes.length })}
          </summary>
          <ul className="list-disc pl-5 text-text-2">
            {apiKey.scopes.map((scope) => (
              <li key={scope}>{meaningOf(scope)}</li>
            ))}
          </ul>
        </details>
      </div>
      {!over && (
        <Button size="small" onClick={onRevoke} aria-label={`${t('keys.revoke')}: ${apiKey.name}`}>
          {t('keys.revoke')}
        </Button>
      )}
    </li>
  )
}
