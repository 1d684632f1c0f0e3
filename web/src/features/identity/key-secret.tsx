import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/keys'

export const KeySecret = ({ secret, onKept }: { secret: string; onKept: () => void }) => {
  const [copied, setCopied] = useState(false)
  const text = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
      onKept()
    } catch {
      // Over plain http there is no clipboard: marked, it can be copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current)
    }
  }
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
        onClick={() => void copy()}
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
