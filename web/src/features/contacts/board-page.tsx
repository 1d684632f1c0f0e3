import { Columns3, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { EmptyState, ErrorState } from '@/components/states'
import { Input } from '@/components/ui/input'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { Stage } from '@/lib/stages'
import { useDebounced } from '@/lib/use-debounced'
import { useDesktop } from '@/lib/use-media'
import { BoardColumns } from './board-columns'
import { BoardPhone } from './board-phone'
import { BoardSkeleton } from './board-skeleton'
import { GateSheet } from './gate-sheet'
import { useBoard } from './use-board'

export type BoardPlace = { search?: string; stage?: Stage }

type Props = { place: BoardPlace; onPlace: (place: BoardPlace) => void }

export const BoardPage = ({ place, onPlace }: Props) => {
  const desktop = useDesktop()
  const canMove = useCan('contacts.write')
  const { query, mover, loadMore, loading } = useBoard(place.search)
  const { refusal } = mover
  const columns = query.data?.columns ?? []
  const nobody = query.data && !place.search && columns.every((column) => column.count === 0)
  const parts = { columns, loading, onMore: loadMore, onMove: mover.move }
  return (
    <Page
      wide
      title={t('board.title')}
      subtitle={desktop && canMove ? t('board.subtitle') : undefined}
      className="md:pb-4!"
      actions={<BoardSearch search={place.search} onSearch={(search) => onPlace({ ...place, search })} />}
    >
      {query.isPending && <BoardSkeleton />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {nobody && <EmptyState icon={<Columns3 />} title={t('board.emptyTitle')} text={t('board.emptyText')} />}
      {query.data &&
        !nobody &&
        (desktop ? (
          <BoardColumns {...parts} />
        ) : (
          <BoardPhone
            {...parts}
            stage={place.stage ?? 'lead'}
            onStage={(stage) => onPlace({ ...place, stage })}
          />
        ))}
      {refusal && (
        <GateSheet
          refusal={refusal}
          busy={mover.moving}
          onClose={mover.dismiss}
          onMove={(extra) => mover.move(refusal.contact, refusal.to, extra)}
        />
      )}
    </Page>
  )
}

const BoardSearch = ({ search, onSearch }: { search?: string; onSearch: (search?: string) => void }) => {
  const [text, setText] = useState(search ?? '')
  const late = useDebounced(text, 250).trim()
  useEffect(() => {
    if ((late || undefined) !== search) onSearch(late || undefined)
    // Only typing writes to the URL.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [late])
  return (
    <div className="relative w-full md:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-text-3"
      />
      <Input
        type="search"
        aria-label={t('board.search')}
        placeholder={t('board.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="pl-9"
      />
    </div>
  )
}
