import { Check, Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { t } from '@/lib/i18n/lazy/hooks'
import { useCopy } from '@/lib/use-copy'
import { cx } from '@/lib/style'

type Props = {
  text: string
  /** What it is, to whom cannot see it. */
  name: string
  /** What the button does. */
  label: string
  /** One line with a small button beside it, instead of a block with one below. */
  line?: boolean
  onCopied?: () => void
}

export const CopyText = ({ text, name, label, line, onCopied }: Props) => {
  const shown = useRef<HTMLElement>(null)
  const { copied, copy } = useCopy(text, shown, onCopied)
  const icon = copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />
  return (
    <div className={line ? 'flex items-center gap-1' : 'space-y-3'}>
      <code
        ref={shown}
        role="group"
        aria-label={name}
        // Longer than it is wide: whoever has no mouse scrolls it with the arrows.
        tabIndex={0}
        className={cx(
          'rounded-md border border-line bg-sunken text-sm select-all',
          line
            ? 'min-w-0 flex-1 truncate px-2.5 py-1.5'
            : 'block max-h-72 overflow-auto px-3 py-2.5 break-all whitespace-pre-wrap',
        )}
      >
        {text}
      </code>
      {line ? (
        <IconButton label={copied ? t('hooks.copied') : `${label}: ${name}`} onClick={copy}>
          {icon}
        </IconButton>
      ) : (
        <Button icon={icon} onClick={copy}>
          {copied ? t('hooks.copied') : label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied && t('hooks.copied')}
      </span>
    </div>
  )
}
