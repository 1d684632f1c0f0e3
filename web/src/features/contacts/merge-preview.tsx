import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Due } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/duplicates'
import { useDebounced } from '@/lib/use-debounced'
import type { Card } from './contact'
import { type Choices, mergeContacts } from './merge-contacts'

type Props = { kept: Card; other: Card; choices: Choices }

/** What the server would make of it: the merge itself, tried and taken back. */
export const MergePreview = ({ kept, other, choices }: Props) => {
  const asked = useDebounced(JSON.stringify(choices), 250)
  const tried = useQuery({
    queryKey: ['contacts', 'merge-preview', kept.id, kept.version, other.id, other.version, asked],
    queryFn: () => mergeContacts(kept, other, JSON.parse(asked) as Choices, true),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const card = tried.data?.contact
  const moved = Object.values(tried.data?.moved ?? {}).reduce((sum, n) => sum + n, 0)
  return (
    <section aria-live="polite" className="mt-6 rounded-lg border border-line bg-sunken p-4">
      <h3 className="text-sm font-medium text-text-2">{t('dup.after')}</h3>
      {tried.isPending && <p className="mt-1 text-text-3">{t('dup.reading')}</p>}
      {tried.isError && <p className="mt-1 text-red">{sentenceOf(tried.error)}</p>}
      {card && !tried.isError && (
        <>
          <div className="mt-1 flex flex-wrap items-center gap-x-3">
            <span className="text-lg font-semibold tracking-tight">{card.name}</span>
            <StageChip stage={card.stage} />
          </div>
          <p className="mt-0.5 wrap-anywhere text-text-2">
            {[
              card.organisation,
              ...card.emails.map(({ value }) => value),
              ...card.phones.map(({ value }) => value),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="mt-1 text-sm text-text-2">
            {t('dup.moves', { n: moved })}
            {card.nextTouchAt && (
              <>
                {' '}
                {t('dup.next')}: <Due at={card.nextTouchAt} />
              </>
            )}
          </p>
        </>
      )}
    </section>
  )
}
