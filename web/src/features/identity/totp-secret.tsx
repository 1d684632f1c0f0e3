import { useRef } from 'react'
import { t } from '@/lib/i18n/lazy/security'
import { CopyButton } from './copy-button'
import type { TotpSecret as Secret } from './start-totp'

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The secret three ways: to scan, to type, and, on the phone that has the app, to open. */
export const TotpSecret = ({ secret }: { secret: Secret }) => {
  const text = useRef<HTMLElement>(null)
  return (
    <div className="space-y-4">
      <p>{t('totp.scan')}</p>
      {/* As an image it can run nothing, and stays black on white in the dark. */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(secret.qrCode)}`}
        alt={t('totp.picture')}
        width={200}
        height={200}
        className="mx-auto rounded-md border border-line bg-white"
      />
      <div className="space-y-2">
        <p className="text-sm font-medium text-text-2">{t('totp.byHand')}</p>
        <code
          ref={text}
          aria-label={t('totp.secret')}
          className="block rounded-md border border-line bg-sunken px-3 py-2.5 wrap-anywhere select-all"
        >
          {inFours(secret.secret)}
        </code>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <CopyButton size="small" text={secret.secret} label={t('totp.copy')} shown={text} />
          <a
            href={secret.uri}
            className="inline-block rounded-sm py-1 text-sm font-medium text-accent-strong hover:underline touch:py-3"
          >
            {t('totp.open')}
          </a>
        </div>
      </div>
    </div>
  )
}
