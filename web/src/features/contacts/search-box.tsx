import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { useDebounced } from '@/lib/use-debounced'
import { searchAsked } from './contact-filter'

type Props = {
  label: string
  search: string | undefined
  onSearch: (search: string | undefined) => void
  className?: string
}

const written = (text: string) => (text.trim() ? text : undefined)

/** Typing is written to the URL a moment later; a URL that changes by itself (the sidebar, back) is shown here. */
export const SearchBox = ({ label, search, onSearch, className }: Props) => {
  const [text, setText] = useState(search ?? '')
  const late = useDebounced(text, 250)
  const [heard, setHeard] = useState(late)
  const [seen, setSeen] = useState(search)
  /** What the URL says by this box's doing, or as it was last shown here. */
  const [known, setKnown] = useState(search)
  const short = written(text) !== undefined && searchAsked(text) === undefined

  if (late !== heard) {
    setHeard(late)
    setKnown(written(late))
  }
  if (search !== seen) {
    setSeen(search)
    // What this box wrote itself must not be put back over what was typed since.
    if (search !== known) {
      setKnown(search)
      setText(search ?? '')
    }
  }
  useEffect(() => {
    if (written(late) !== search) onSearch(written(late))
    // Only typing writes to the URL.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [late])

  return (
    <div className={cx('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-text-3"
      />
      <Input
        type="search"
        aria-label={label}
        aria-describedby={short ? 'search-short' : undefined}
        placeholder={label}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        className="pl-9 text-ellipsis [&::-webkit-search-cancel-button]:appearance-none"
      />
      {short && (
        <span
          id="search-short"
          role="status"
          className="absolute top-full left-0 z-10 mt-1 rounded-sm bg-tip px-2 py-0.5 text-xs text-on-tip"
        >
          {t('contacts.searchShort')}
        </span>
      )}
    </div>
  )
}
