import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/views'
import { useDesktop } from '@/lib/use-media'
import { ColumnMenu } from './column-menu'
import { type ContactPlace, isNarrowed, newestFirst, sorts } from './contact-place'
import type { Counted } from './count-contacts'
import { countWords } from './count-words'
import type { CustomField } from './custom-field'
import type { FilterField } from './filter-fields'
import { ExportMenu } from './export-menu'
import { FilterSheet } from './filter-sheet'
import { countConditions } from './filter-tree'
import { wholeFilter } from './saved-view'
import { SearchBox } from './search-box'

type Props = {
  place: ContactPlace
  fields: CustomField[]
  filterFields: FilterField[]
  /** The filter as a sentence; empty where there is none. */
  words: string
  count: Counted | undefined
  onPlace: (place: ContactPlace) => void
}

export const ContactFilters = ({ place, fields, filterFields, words, count, onPlace }: Props) => {
  const desktop = useDesktop()
  const [open, setOpen] = useState(false)
  const filter = wholeFilter(place) ?? undefined
  // Stage and warmth come from links; once the filter is looked at they are conditions like the others.
  const apply = (next: typeof filter) =>
    onPlace({ ...place, stage: undefined, warmth: undefined, filter: next })
  return (
    <div className="mb-4 space-y-2">
      <div className="flex flex-wrap items-start gap-2">
        <SearchBox
          label={t('contacts.search')}
          search={place.search}
          onSearch={(search) => onPlace({ ...place, search })}
          className="w-full lg:w-88"
        />
        <Button icon={<ListFilter aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
          {t('filter.button')}
          {filter && (
            <span className="num rounded-full bg-accent-soft px-1.5 text-xs text-accent-strong">
              {countConditions(filter)}
            </span>
          )}
        </Button>
        <Select
          aria-label={t('sort.label')}
          value={place.sort ?? newestFirst}
          onChange={({ target }) => {
            const sort = sorts.find((each) => each === target.value && each !== newestFirst)
            onPlace({ ...place, sort })
          }}
          className="min-w-0 flex-1 md:w-56 md:flex-none"
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </Select>
        <ExportMenu place={place} />
        {desktop && (
          <ColumnMenu
            columns={place.columns}
            fields={fields}
            onChange={(columns) => onPlace({ ...place, columns })}
          />
        )}
      </div>
      {isNarrowed(place) && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-1 touch:min-h-11">
          {/* Stands from the start, so that the list does not move when the number comes. */}
          <span role="status" className="num min-w-16 py-1 font-medium">
            {count && t('filter.people', { count: countWords(count), n: count.count })}
          </span>
          {filter && (
            <span className="flex min-w-0 items-center">
              <button
                type="button"
                aria-label={t('filter.change', { sentence: words })}
                onClick={() => setOpen(true)}
                className="min-h-9 min-w-0 rounded-md px-2 py-1 text-left text-text-2 wrap-anywhere hover:bg-hover touch:min-h-11"
              >
                {words}
              </button>
              <IconButton label={t('contacts.clear')} onClick={() => apply(undefined)}>
                <X />
              </IconButton>
            </span>
          )}
        </div>
      )}
      {open && (
        <FilterSheet
          place={{ ...place, stage: undefined, warmth: undefined, filter }}
          fields={filterFields}
          onApply={(next) => {
            setOpen(false)
            apply(next)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
