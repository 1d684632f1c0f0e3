import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { isStage, stageLabel, stages } from '@/lib/stages'
import { type ContactFilter, isFiltered } from './contact-filter'
import { SearchBox } from './search-box'

type Props = { filter: ContactFilter; onChange: (filter: ContactFilter) => void }

export const ContactFilters = ({ filter, onChange }: Props) => (
  <div className="mb-4 flex flex-wrap items-start gap-2">
    <SearchBox
      label={t('contacts.search')}
      search={filter.search}
      onSearch={(search) => onChange({ ...filter, search })}
      className="w-full lg:w-88"
    />
    <Select
      aria-label={t('contacts.stageFilter')}
      value={filter.stage ?? ''}
      onChange={({ target }) =>
        onChange({ ...filter, stage: isStage(target.value) ? target.value : undefined })
      }
      className="min-w-0 flex-1 lg:w-44 lg:flex-none"
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
      className="min-w-0 flex-1 lg:w-36 lg:flex-none"
    >
      <option value="">{t('contacts.anyWarmth')}</option>
      {[5, 4, 3, 2, 1].map((stars) => (
        <option key={stars} value={stars}>
          {t('contacts.stars', { n: stars })}
        </option>
      ))}
    </Select>
    {isFiltered(filter) && (
      <Button kind="quiet" icon={<X className="size-4" />} onClick={() => onChange({})}>
        {t('contacts.clear')}
      </Button>
    )}
  </div>
)
