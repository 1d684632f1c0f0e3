import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { t } from '@/lib/i18n/lazy/bulk'
import { sentenceOf } from '@/lib/api/problem'
import { isUnderWay } from './bulk'
import { BulkFrame } from './bulk-frame'
import { BulkHistoryButton } from './bulk-history-button'
import { BulkRowsSheet } from './bulk-rows-sheet'
import { bulkWords } from './bulk-words'
import type { Person } from './filter-fields'
import { getBulk } from './get-bulk'
import { undoBulk } from './undo-bulk'
import { watchBulk } from './watched-bulk'

export const BulkStatus = ({ id, people }: { id: string; people: Person[] }) => {
  const queryClient = useQueryClient()
  const { data, error } = useQuery(getBulk(id))
  const [looking, setLooking] = useState(false)
  const state = data?.state
  useEffect(() => {
    if (state !== 'done' && state !== 'undone' && state !== 'failed') return
    for (const part of ['list', 'board', 'card'])
      void queryClient.invalidateQueries({ queryKey: ['contacts', part] })
    void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
  }, [queryClient, state])
  const undoing = useMutation({
    mutationFn: () => undoBulk(id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: getBulk(id).queryKey }),
    onError: sayError,
  })
  const working = data && isUnderWay(data)
  const processed = data?.undone ? data.undone.processed : (data?.processed ?? 0)
  const total = data?.undone ? data.processed : (data?.total ?? 0)
  const left = data?.undone ? data.undone.kept : (data?.refused ?? 0)
  return (
    <BulkFrame label={t('bulk.region')}>
      <div className="min-w-0 md:min-w-64 md:flex-1">
        <p role="status" className="py-1.5 font-medium">
          {error && !data
            ? sentenceOf(error)
            : data && !working
              ? bulkWords(data, people)
              : t(state === 'undoing' ? 'bulk.undoing' : `bulk.running.${data?.action ?? 'tag'}`)}
        </p>
        {working && (
          <>
            <Progress label={t('bulk.of', { done: processed, total })} {...{ done: processed, total }} />
            <p aria-hidden className="num mt-1 mb-1 text-sm text-text-2">
              {t('bulk.of', { done: processed, total })}
            </p>
          </>
        )}
      </div>
      {!working && (
        <div className="flex items-center gap-2">
          {left > 0 && <Button onClick={() => setLooking(true)}>{t('bulk.why')}</Button>}
          {data?.undoUntil && data.changed > 0 && (
            <Button
              busy={undoing.isPending}
              icon={<Undo2 aria-hidden className="size-4" />}
              onClick={() => undoing.mutate()}
            >
              {t('action.undo')}
            </Button>
          )}
          <BulkHistoryButton people={people} className="ml-auto" />
          <IconButton label={t('bulk.dismiss')} onClick={() => watchBulk(null)}>
            <X />
          </IconButton>
        </div>
      )}
      {looking && data && <BulkRowsSheet data={data} onClose={() => setLooking(false)} />}
    </BulkFrame>
  )
}
