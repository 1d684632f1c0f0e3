import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { say, sayError, sayUndo } from '@/components/toast'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { isStatus, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/duplicates'
import type { Card } from './contact'
import type { DuplicatePair } from './duplicate'
import { getContact } from './get-contact'
import { listFields } from './list-fields'
import { MergeChoice } from './merge-choice'
import { type Choices, mergeContacts } from './merge-contacts'
import { differences } from './merge-fields'
import { MergePreview } from './merge-preview'
import { undoMerge } from './undo-merge'

type Props = { pair: DuplicatePair; onClose: () => void }

// Under a name of its own: what is told live of the merge would have the card asked for that is gone by it.
const cardToMerge = (id: string) => ({ ...getContact(id), queryKey: ['contacts', 'merge-card', id] })

/** The older one stays: its id is the one that links and notes are likely to know. */
export const MergeSheet = ({ pair, onClose }: Props) => {
  const [first, second] =
    pair.left.createdAt <= pair.right.createdAt ? [pair.left, pair.right] : [pair.right, pair.left]
  const kept = useQuery(cardToMerge(first.id))
  const other = useQuery(cardToMerge(second.id))
  const error = kept.error ?? other.error
  if (kept.data && other.data)
    return (
      <Both
        // Changed meanwhile: the choice is another one and starts anew.
        key={`${kept.data.version} ${other.data.version}`}
        kept={kept.data}
        other={other.data}
        onClose={onClose}
      />
    )
  return (
    <Sheet open wide onClose={onClose} title={t('dup.sheetTitle')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void Promise.all([kept.refetch(), other.refetch()])} />
      ) : (
        <Skeleton className="space-y-3">
          <Bone className="h-16" />
          <Bone className="h-16" />
        </Skeleton>
      )}
    </Sheet>
  )
}

const Both = ({ kept, other, onClose }: { kept: Card; other: Card; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const { data: fields } = useQuery(listFields)
  const list = useMemo(() => differences(kept, other, fields ?? []), [kept, other, fields])
  const [chosen, setChosen] = useState<Choices>({})
  const choices = Object.fromEntries(list.map(({ name, suggested }) => [name, chosen[name] ?? suggested]))
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['contacts'] })
  const merging = useMutation({
    mutationFn: () => mergeContacts(kept, other, choices, false),
    onSuccess: ({ mergeId, contact }) => {
      const back = () =>
        void undoMerge(mergeId ?? '')
          .then(() => say(t('dup.undone', { kept: kept.name, merged: other.name })))
          .catch(sayError)
          .finally(() => void refresh())
      sayUndo(t('dup.done', { name: contact.name }), back, 10_000)
      onClose()
      for (const gone of [['merge-card'], ['merge-preview'], ['card', other.id]])
        queryClient.removeQueries({ queryKey: ['contacts', ...gone] })
      void refresh()
    },
    onError: (error) => {
      if (isStatus(error, 412, 404)) void refresh()
    },
  })
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t('dup.sheetTitle')}
      description={t('dup.sheetText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={merging.isPending} onClick={() => merging.mutate()}>
            {t('dup.confirm')}
          </Button>
        </>
      }
    >
      {merging.isError && (
        <p role="alert" className="mb-4 rounded-md border border-red-line bg-red-soft px-3 py-2 text-red">
          {isStatus(merging.error, 412) ? t('dup.changed') : sentenceOf(merging.error)}
        </p>
      )}
      <h3 className="font-semibold">{list.length > 0 ? t('dup.choose') : t('dup.nothing')}</h3>
      {list.length > 0 && <p className="mt-0.5 text-sm text-text-2">{t('dup.rest')}</p>}
      <div className="mt-3 space-y-4">
        {list.map((difference) => (
          <MergeChoice
            key={difference.name}
            difference={difference}
            names={{ kept: kept.name, other: other.name }}
            side={choices[difference.name] ?? difference.suggested}
            onChoose={(side) => setChosen((now) => ({ ...now, [difference.name]: side }))}
          />
        ))}
      </div>
      <MergePreview kept={kept} other={other} choices={choices} />
    </Sheet>
  )
}
