import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/views'
import { useDebounced } from '@/lib/use-debounced'
import type { ContactPlace } from './contact-place'
import { countContacts } from './count-contacts'
import { countWords } from './count-words'
import { type FilterField, opsOf } from './filter-fields'
import { FilterGroup } from './filter-group'
import { countConditions, finished, type Group, mostConditions } from './filter-tree'

type Props = {
  place: ContactPlace
  fields: FilterField[]
  onApply: (filter: Group | undefined) => void
  onClose: () => void
}

/** Built here and looked at before it is applied; the button says how many it finds. */
export const FilterSheet = ({ place, fields, onApply, onClose }: Props) => {
  const [draft, setDraft] = useState<Group>(
    () => place.filter ?? { all: [{ field: 'stage', op: opsOf.code[0] ?? 'is' }] },
  )
  const filter = finished(draft) ?? undefined
  const tooMany = countConditions(draft) > mostConditions
  const asked = useDebounced(JSON.stringify(filter ?? null), 300)
  const counted = useQuery({
    ...countContacts({ ...place, filter: (JSON.parse(asked) as Group | null) ?? undefined }),
    enabled: !tooMany,
    retry: false,
  })
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t('filter.title')}
      description={t('filter.text')}
      footer={
        <>
          <Button kind="quiet" className="mr-auto" onClick={() => onApply(undefined)}>
            {t('filter.clear')}
          </Button>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" aria-disabled={tooMany || counted.isError} onClick={() => onApply(filter)}>
            {counted.data && !counted.isError
              ? t('filter.showN', { count: countWords(counted.data), n: counted.data.count })
              : t('filter.show')}
          </Button>
        </>
      }
    >
      <FilterGroup group={draft} fields={fields} onChange={setDraft} />
      {tooMany && (
        <Notice tone="bad" className="mt-4">
          {t('filter.tooMany')}
        </Notice>
      )}
      {counted.isError && (
        <Notice tone="bad" className="mt-4">
          {sentenceOf(counted.error)}
        </Notice>
      )}
    </Sheet>
  )
}
