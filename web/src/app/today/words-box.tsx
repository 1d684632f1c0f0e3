import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

type Props = { name: string; text: string; onChange: (text: string) => void; current: boolean }

/** The suggested words: two lines at rest, all of them and editable when tapped. */
export const WordsBox = ({ name, text, onChange, current }: Props) => {
  const [mode, setMode] = useState<'rest' | 'editing' | 'escaped'>('rest')
  const edge = cx('mt-2 border-l-2 pl-2.5', current ? 'border-accent' : 'border-line-strong')
  if (mode === 'editing')
    return (
      <div className={edge}>
        <textarea
          autoFocus
          aria-label={t('today.words', { name })}
          placeholder={t('today.noWords')}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => setMode((now) => (now === 'editing' ? 'rest' : now))}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setMode('escaped')
          }}
          className="-ml-1.5 field-sizing-content block w-[calc(100%+6px)] max-w-[calc(62ch+12px)] resize-none rounded-sm bg-surface px-1.5 py-0.5 text-sm text-text outline-1 outline-offset-0 outline-control focus-visible:outline-2 focus-visible:outline-accent touch:text-lg"
        />
      </div>
    )
  return (
    <button
      type="button"
      // Escape gives the focus back to where it came from.
      autoFocus={mode === 'escaped'}
      onClick={() => setMode('editing')}
      title={t('today.editWords')}
      className={cx(edge, 'group block w-full rounded-r-sm py-0.5 text-left text-sm text-text')}
    >
      <span className="line-clamp-2 max-w-[62ch] whitespace-pre-line">
        {text || <span className="text-text-2">{t('today.noWords')}</span>}
        <Pencil
          aria-hidden
          className="ml-1.5 inline size-3 text-text-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        />
      </span>
      <span className="sr-only">{t('today.editWords')}</span>
    </button>
  )
}
