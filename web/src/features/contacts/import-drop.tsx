import { FileUp, LoaderCircle } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { t } from '@/lib/i18n/lazy/imports'
import { cx } from '@/lib/style'
import { useMedia } from '@/lib/use-media'

const limit = 512 * 1024 * 1024

/** Why a file is not even sent; the server looks again, and closer. */
export const refusalOf = ({ name, size }: { name: string; size: number }) => {
  if (size > limit) return t('import.tooLarge')
  return /\.(vcf|vcard|csv|txt|tsv)$/i.test(name) ? null : t('import.wrongKind')
}

type Props = {
  busy: { file: string; sent: number } | null
  problem: string | null
  onFile: (file: File) => void
}

export const ImportDrop = ({ busy, problem, onFile }: Props) => {
  // Nothing can be dropped with a finger.
  const touch = useMedia('(pointer: coarse)')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const take = (file: File | undefined) => {
    if (!file || busy) return
    const why = refusalOf(file)
    setRefused(why)
    if (!why) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const said = refused ?? problem
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        'flex flex-col items-center rounded-lg border-2 border-dashed px-6 py-12 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      <span className="mb-3 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-strong">
        {busy ? (
          <LoaderCircle aria-hidden className="size-6 animate-spin" />
        ) : (
          <FileUp aria-hidden className="size-6" />
        )}
      </span>
      <p role="status" className="text-lg font-semibold tracking-tight">
        {busy
          ? t(busy.sent < 1 ? 'import.uploading' : 'import.reading', { file: busy.file })
          : t(over ? 'import.dropActive' : touch ? 'import.pick' : 'import.drop')}
      </p>
      {busy ? (
        <div className="mt-3 mb-1 w-full max-w-72">
          <Progress label={t('import.sent')} done={Math.round(busy.sent * 100)} total={100} />
        </div>
      ) : (
        <p className="mt-0.5 text-text-2">{t('import.or')}</p>
      )}
      <input
        ref={input}
        type="file"
        accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv"
        aria-label={t('import.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0])
          // The same file again must be heard, too.
          event.target.value = ''
        }}
      />
      <Button kind="primary" disabled={busy !== null} className="mt-4" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      {said && (
        <p
          role="alert"
          className="mt-4 max-w-[52ch] rounded-md border border-red-line bg-red-soft px-3 py-2 text-red"
        >
          {said}
        </p>
      )}
    </div>
  )
}
