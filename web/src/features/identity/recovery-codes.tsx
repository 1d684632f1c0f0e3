import { Download } from 'lucide-react'
import { useRef } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/security'
import { CopyButton } from './copy-button'

type Props = { codes: string[]; email: string; onKept: () => void }

/** The list, this once: what is not copied now is gone. */
export const RecoveryCodes = ({ codes, email, onKept }: Props) => {
  const list = useRef<HTMLOListElement>(null)
  const download = () => {
    const file = `${t('codes.fileHead', { email })}\n\n${codes.join('\n')}\n`
    const url = URL.createObjectURL(new Blob([file], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), {
      href: url,
      download: 'flowstate-recovery-codes.txt',
    }).click()
    URL.revokeObjectURL(url)
    onKept()
  }
  return (
    <div className="space-y-4">
      <Notice tone="warn">{t('codes.once')}</Notice>
      <ol
        ref={list}
        aria-label={t('codes.title')}
        className="num grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-md border border-line bg-sunken px-4 py-3 font-mono text-base md:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join('\n')} label={t('codes.copy')} shown={list} onCopied={onKept} />
        <Button icon={<Download aria-hidden className="size-4" />} onClick={download}>
          {t('codes.download')}
        </Button>
      </div>
      <p className="text-sm text-text-2">{t('codes.how')}</p>
    </div>
  )
}
