import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ago } from '@/components/moment'
import { say, sayError, sayFailed } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/duplicates'
import { longDate } from '@/lib/time/format'
import type { Merge } from './duplicate'
import { listMerges } from './list-merges'
import { undoMerge } from './undo-merge'

/** What can still be taken back. Nothing stands here while there is nothing. */
export const MergedLately = ({ canWrite }: { canWrite: boolean }) => {
  const { data: merges = [] } = useQuery(listMerges)
  if (merges.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-2 font-semibold">{t('dup.lately')}</h2>
      <ul className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
        {merges.map((merge) => (
          <Row key={merge.id} merge={merge} canWrite={canWrite} />
        ))}
      </ul>
    </section>
  )
}

const Row = ({ merge, canWrite }: { merge: Merge; canWrite: boolean }) => {
  const names = { kept: merge.keptName, merged: merge.mergedName }
  const queryClient = useQueryClient()
  const undo = useMutation({
    mutationFn: () => undoMerge(merge.id),
    onSuccess: () => say(t('dup.undone', names)),
    onError: (error) =>
      problemOf<{ mergeId: string }>(error).mergeId ? sayFailed(t('dup.undoFirst')) : sayError(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['contacts'] }),
  })
  return (
    <li className="flex min-h-14 items-center gap-3 border-t border-line px-4 py-2 first:border-t-0">
      <span className="min-w-0 flex-1">
        <Link
          to="/contacts/$id"
          params={{ id: merge.keptId }}
          className="block rounded-sm font-medium wrap-anywhere hover:underline"
        >
          {t('dup.latelyRow', names)}
        </Link>
        <span className="block text-xs text-text-3">
          <Ago at={merge.at} />
          {merge.byName && ` ${t('dup.by', { name: merge.byName })}`} ·{' '}
          {t('dup.until', { date: longDate(merge.undoableUntil.slice(0, 10)) })}
        </span>
      </span>
      {canWrite && (
        <Button
          size="small"
          aria-label={t('dup.undoOf', names)}
          busy={undo.isPending}
          onClick={() => undo.mutate()}
        >
          {t('dup.undo')}
        </Button>
      )}
    </li>
  )
}
