import { Columns3 } from 'lucide-react'
import { Page } from '@/components/page'
import { EmptyState, ErrorState } from '@/components/states'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { Stage } from '@/lib/stages'
import { useDesktop } from '@/lib/use-media'
import { AddContactButton } from './add-contact-button'
import { BoardColumns } from './board-columns'
import { BoardPhone } from './board-phone'
import { BoardSkeleton } from './board-skeleton'
import { GateSheet } from './gate-sheet'
import { SearchBox } from './search-box'
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
      actions={
        <>
          <SearchBox
            label={t('board.search')}
            search={place.search}
            onSearch={(search) => onPlace({ ...place, search })}
            className="min-w-0 flex-1 md:w-64"
          />
          {!desktop && <AddContactButton />}
        </>
      }
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
          onStep={(to) => mover.move(refusal.contact, to)}
        />
      )}
    </Page>
  )
}
