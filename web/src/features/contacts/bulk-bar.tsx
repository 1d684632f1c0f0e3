import { useMutation } from '@tanstack/react-query'
import { ArrowRightLeft, Tag, Trash2, UserRoundPen, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Confirm } from '@/components/confirm'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/bulk'
import { useDesktop } from '@/lib/use-media'
import type { BulkOrder } from './bulk'
import { BulkAssignSheet } from './bulk-assign-sheet'
import { BulkFrame } from './bulk-frame'
import { BulkHistoryButton } from './bulk-history-button'
import { BulkMoveSheet } from './bulk-move-sheet'
import { BulkTagSheet } from './bulk-tag-sheet'
import type { ContactPlace } from './contact-place'
import type { Counted } from './count-contacts'
import { countWords } from './count-words'
import { ExportMenu } from './export-menu'
import type { Person } from './filter-fields'
import { countChosen, mostIds, noSelection, type Selection, wholeList } from './selection'
import { startBulk } from './start-bulk'
import { watchBulk } from './watched-bulk'

type Props = {
  selection: Selection
  place: ContactPlace
  people: Person[]
  /** How many the whole list has; not there while nobody knows. */
  total: Counted | undefined
  onSelect: (selection: Selection) => void
  onEnd: () => void
}

export const BulkBar = ({ selection, place, people, total, onSelect, onEnd }: Props) => {
  const [asking, setAsking] = useState<'tag' | 'assign' | 'move' | 'delete' | null>(null)
  const desktop = useDesktop()
  const canAssign = useCan('contacts.assign') && people.length > 0
  const starting = useMutation({
    mutationFn: (order: BulkOrder) => startBulk(order, selection, place),
    onSuccess: ({ id }) => {
      watchBulk(id)
      onEnd()
    },
    onError: sayError,
  })
  const n = countChosen(selection, total?.count ?? 0)
  const tooMany = selection.ids.size > mostIds
  const sheet = {
    n,
    busy: starting.isPending,
    onDo: (order: BulkOrder) => starting.mutate(order),
    onClose: () => setAsking(null),
  }
  const act = (what: typeof asking, icon: ReactNode, kind?: 'danger') => (
    <Button
      kind={kind}
      icon={desktop ? icon : undefined}
      disabled={n === 0 || tooMany}
      onClick={() => setAsking(what)}
    >
      {t(`bulk.${what ?? 'tag'}`)}
    </Button>
  )
  const taking = n > 0 && !tooMany && <ExportMenu {...{ place, selection }} compact={!desktop} />
  return (
    <BulkFrame label={t('bulk.region')}>
      <div className="flex min-h-9 items-center gap-x-3">
        <p role="status" className="num font-medium">
          {t('bulk.selected', {
            count: countWords({ count: n, exact: !selection.all || total?.exact !== false }),
          })}
        </p>
        {!selection.all && total && total.count > selection.ids.size && (
          <Button kind="quiet" size="small" onClick={() => onSelect(wholeList)}>
            {t('bulk.selectAll', { count: countWords(total) })}
          </Button>
        )}
        <span className="ml-auto flex items-center">
          {!desktop && taking}
          <BulkHistoryButton people={people} />
          <IconButton label={t('bulk.clear')} onClick={() => (n > 0 ? onSelect(noSelection) : onEnd())}>
            <X />
          </IconButton>
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        {act('tag', <Tag aria-hidden className="size-4" />)}
        {canAssign && act('assign', <UserRoundPen aria-hidden className="size-4" />)}
        {act('move', <ArrowRightLeft aria-hidden className="size-4" />)}
        {desktop && taking}
        {act('delete', <Trash2 aria-hidden className="size-4" />, 'danger')}
      </div>
      {tooMany && <p className="text-sm text-red">{t('bulk.tooMany')}</p>}
      {asking === 'tag' && <BulkTagSheet {...sheet} />}
      {asking === 'assign' && <BulkAssignSheet {...sheet} people={people} />}
      {asking === 'move' && <BulkMoveSheet {...sheet} />}
      {asking === 'delete' && (
        <Confirm
          title={t('bulk.deleteTitle', { n })}
          label={t('bulk.delete')}
          busy={sheet.busy}
          onConfirm={() => sheet.onDo({ action: 'delete' })}
          onClose={sheet.onClose}
        >
          {t('bulk.deleteText')}
        </Confirm>
      )}
    </BulkFrame>
  )
}
