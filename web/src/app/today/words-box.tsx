import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'

type Props = { name: string; text: string; onChange: (text: string) => void; current: boolean }

/** The suggested words: two lines at rest, all of them and editable when tapped. */
export const WordsBox = ({ name, text, onChange, current }: Props) => {
  const [editing, setEditing] = useState(false)
  const edge = cx('mt-2 border-l-2 pl-2.5', current ? 'border-accent' : 'border-line-strong')
  if (editing)
    return (
      <div className={edge}>
        <textarea
          autoFocus
          aria-label={t('today.words', { name })}
          placeholder={t('today.noWords')}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => setEditing(false)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setEditing(false)
          }}
          className="field-sizing-content block w-full max-w-[62ch] resize-none rounded-sm bg-surface p-1.5 text-sm text-text outline-1 outline-control touch:text-lg"
        />
      </div>
    )
  return (
    <button
      type="button"
      onClick={() => setEditing(true)}
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
