import { Check, Copy } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/security'
import { useCopy } from '@/lib/use-copy'

type Props = {
  text: string
  label: string
  /** Where the text is shown: marked where there is no clipboard. */
  shown: RefObject<HTMLElement | null>
  size?: 'small' | 'normal'
  onCopied?: () => void
}

export const CopyButton = ({ text, label, shown, size, onCopied }: Props) => {
  const { copied, copy } = useCopy(text, shown, onCopied)
  return (
    <>
      <Button
        size={size}
        icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        onClick={copy}
      >
        {copied ? t('security.copied') : label}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('security.copied')}
      </span>
    </>
  )
}
