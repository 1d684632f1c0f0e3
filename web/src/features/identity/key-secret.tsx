import { Check, Copy } from 'lucide-react'
import { useRef } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/keys'
import { useCopy } from '@/lib/use-copy'

export const KeySecret = ({ secret, onKept }: { secret: string; onKept: () => void }) => {
  const text = useRef<HTMLElement>(null)
  const { copied, copy } = useCopy(secret, text, onKept)
  return (
    <div className="space-y-4">
      <Notice tone="warn">{t('keys.once')}</Notice>
      <code
        ref={text}
        aria-label={t('keys.secret')}
        className="block rounded-md border border-line bg-sunken px-3 py-2.5 break-all select-all"
      >
        {secret}
      </code>
      <Button
        icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        onClick={copy}
      >
        {copied ? t('keys.copied') : t('keys.copy')}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('keys.copied')}
      </span>
      <p className="text-sm text-text-2">{t('keys.how')}</p>
    </div>
  )
}
