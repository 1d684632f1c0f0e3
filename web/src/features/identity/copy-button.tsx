import { Check, Copy } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/security'

type Props = {
  text: string
  label: string
  /** Where the text is shown: marked where there is no clipboard. */
  shown: RefObject<HTMLElement | null>
  size?: 'small' | 'normal'
  onCopied?: () => void
}

export const CopyButton = ({ text, label, shown, size, onCopied }: Props) => {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      onCopied?.()
    } catch {
      // Over plain http there is no clipboard: marked, it can be copied by hand.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
    }
  }
  return (
    <>
      <Button
        size={size}
        icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        onClick={() => void copy()}
      >
        {copied ? t('security.copied') : label}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('security.copied')}
      </span>
    </>
  )
}
