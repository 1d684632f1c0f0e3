import { Notice } from '@/components/notice'
import { t } from '@/lib/i18n/lazy/hooks'
import { CopyText } from './copy-text'
import { hookExample } from './hook-example'

type Props = { source: string; secret: string; onKept: () => void }

/** The secret, this once, and a delivery to try it with. */
export const HookSecret = ({ source, secret, onKept }: Props) => (
  <div className="space-y-5">
    <Notice tone="warn">{t('hooks.once')}</Notice>
    <CopyText text={secret} name={t('hooks.secret')} label={t('hooks.copy')} onCopied={onKept} />
    <section aria-labelledby="try-it">
      <h3 id="try-it" className="font-semibold">
        {t('hooks.tryIt')}
      </h3>
      <p className="mt-0.5 mb-3 text-sm text-text-2">{t('hooks.tryText')}</p>
      <CopyText text={hookExample(source, secret)} name={t('hooks.tryIt')} label={t('hooks.copyExample')} />
    </section>
  </div>
)
