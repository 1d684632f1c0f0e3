import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ago } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { sayError, sayUndo } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/duplicates'
import { dismissDuplicate } from './dismiss-duplicate'
import type { DuplicatePair, PairPerson } from './duplicate'
import { recallDuplicate } from './recall-duplicate'

type Props = { pair: DuplicatePair; canWrite: boolean; onMerge: () => void }

/** Both beside each other, why they may be one, and the two answers to it. */
export const DuplicateRow = ({ pair, canWrite, onMerge }: Props) => {
  const { left, right } = pair
  const names = { left: left.name, right: right.name }
  const queryClient = useQueryClient()
  const look = () => queryClient.invalidateQueries({ queryKey: ['contacts', 'duplicates'] })
  const dismissal = useMutation({
    mutationFn: () => dismissDuplicate(left.id, right.id),
    onSuccess: () => {
      sayUndo(
        t('dup.dismissed', names),
        () => void recallDuplicate(left.id, right.id).then(look, sayError),
        10_000,
      )
      return look()
    },
    onError: sayError,
  })
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <strong className="font-semibold">{t(`dup.strength.${pair.strength}`)}</strong>
        <span className="text-text-2">
          {pair.reasons.map((reason) => t(`dup.reason.${reason}`)).join(', ')}
        </span>
      </p>
      <div className="mt-3 grid gap-3 md:grid-cols-2 md:gap-4">
        <Person person={left} />
        <Person person={right} />
      </div>
      {canWrite && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button kind="primary" aria-label={t('dup.mergeOf', names)} onClick={onMerge}>
            {t('dup.merge')}
          </Button>
          <Button
            aria-label={t('dup.notSameOf', names)}
            busy={dismissal.isPending}
            onClick={() => dismissal.mutate()}
          >
            {t('dup.notSame')}
          </Button>
        </div>
      )}
    </li>
  )
}

const Person = ({ person }: { person: PairPerson }) => (
  <div className="min-w-0 rounded-md bg-sunken px-3 py-2.5">
    <div className="flex items-center justify-between gap-3">
      <Link
        to="/contacts/$id"
        params={{ id: person.id }}
        className="min-w-0 truncate rounded-sm font-semibold hover:underline"
      >
        {person.name}
      </Link>
      <StageChip stage={person.stage} className="shrink-0" />
    </div>
    <p className="mt-0.5 truncate text-sm text-text-2">
      {[person.organisation, person.email, person.phone].filter(Boolean).join(' · ') || '—'}
    </p>
    <p className="mt-0.5 text-xs text-text-3">
      {t('dup.added')} <Ago at={person.createdAt} /> ·{' '}
      {person.lastTouchAt ? (
        <>
          {t('dup.touched')} <Ago at={person.lastTouchAt} />
        </>
      ) : (
        t('dup.untouched')
      )}
    </p>
  </div>
)
