import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { isStage, stageLabel, stages } from '@/lib/stages'
import { useDebounced } from '@/lib/use-debounced'
import { type ContactFilter, isFiltered } from './contact-filter'

type Props = { filter: ContactFilter; onChange: (filter: ContactFilter) => void }

export const ContactFilters = ({ filter, onChange }: Props) => {
  const [search, setSearch] = useState(filter.search ?? '')
  const late = useDebounced(search, 250)
  const short = search.trim().length > 0 && search.trim().length < 3

  useEffect(() => {
    const next = late.trim() ? late : undefined
    if (next !== filter.search) onChange({ ...filter, search: next })
    // Only typing writes to the URL; a change of the URL from elsewhere must not be typed over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [late])

  return (
    <div className="mb-4 flex flex-wrap items-start gap-2">
      <div className="relative w-full md:w-80">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-text-3"
        />
        <Input
          type="search"
          aria-label={t('contacts.search')}
          aria-describedby={short ? 'search-short' : undefined}
          placeholder={t('contacts.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
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
      <Select
        aria-label={t('contacts.stageFilter')}
        value={filter.stage ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, stage: isStage(target.value) ? target.value : undefined })
        }
        className="min-w-0 flex-1 md:w-44 md:flex-none"
      >
        <option value="">{t('contacts.anyStage')}</option>
        {stages.map((stage) => (
          <option key={stage} value={stage}>
            {stageLabel(stage)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('contacts.warmthFilter')}
        value={filter.warmth ?? ''}
        onChange={({ target }) => onChange({ ...filter, warmth: Number(target.value) || undefined })}
        className="min-w-0 flex-1 md:w-36 md:flex-none"
      >
        <option value="">{t('contacts.anyWarmth')}</option>
        {[5, 4, 3, 2, 1].map((stars) => (
          <option key={stars} value={stars}>
            {t('contacts.stars', { n: stars })}
          </option>
        ))}
      </Select>
      {isFiltered(filter) && (
        <Button
          kind="quiet"
          icon={<X className="size-4" />}
          onClick={() => {
            setSearch('')
            onChange({})
          }}
        >
          {t('contacts.clear')}
        </Button>
      )}
    </div>
  )
}
