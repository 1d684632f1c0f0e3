import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { sayError } from '@/components/toast'
import type { Page } from '@/lib/api/envelope'
import type { Stage } from '@/lib/stages'
import { type Board, type BoardCard, type BoardColumn, getBoard, perStage } from './get-board'
import { getBoardColumn } from './get-board-column'
import { type Mover, useMove } from './use-move'

const by = ({ count }: BoardColumn, change: number) => (count === null ? null : count + change)

/** The card in its new column at once; the counts go with it. */
export const withMoved = (board: Board, id: string, to: Stage, now: Date): Board => {
  const card = board.columns.flatMap((column) => column.cards).find((each) => each.id === id)
  if (!card || card.stage === to) return board
  const moved: BoardCard = {
    ...card,
    stage: to,
    stageEnteredAt: now.toISOString(),
    daysInStage: 0,
    stale: false,
  }
  return {
    columns: board.columns.map((column) => {
      if (column.stage === card.stage)
        return { ...column, count: by(column, -1), cards: column.cards.filter((each) => each.id !== id) }
      if (column.stage === to) return { ...column, count: by(column, 1), cards: [moved, ...column.cards] }
      return column
    }),
  }
}

/** The next cards of a column below those that are there. */
export const withMore = (board: Board, stage: Stage, page: Page<BoardCard>): Board => ({
  columns: board.columns.map((column) => {
    if (column.stage !== stage) return column
    const known = new Set(column.cards.map((card) => card.id))
    const cards = [...column.cards, ...page.items.filter((card) => !known.has(card.id))]
    return { ...column, cards, nextCursor: page.nextCursor }
  }),
})

export const useBoard = (search: string | undefined) => {
  const queryClient = useQueryClient()
  const options = getBoard(search)
  const { queryKey } = options
  const query = useQuery(options)
  const [loading, setLoading] = useState<Stage | null>(null)

  const mover = useMove({
    onMutate: ({ id }: Mover, to) => {
      void queryClient.cancelQueries({ queryKey: ['contacts', 'board'] })
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, (board) => board && withMoved(board, id, to, new Date()))
      // A refused card snaps back, offline too; then to where the server says it is.
      return () => {
        queryClient.setQueryData(queryKey, before)
        void queryClient.invalidateQueries({ queryKey: ['contacts', 'board'] })
      }
    },
  })

  const loadMore = useCallback(
    async ({ stage, nextCursor }: BoardColumn) => {
      if (!nextCursor) return
      setLoading(stage)
      try {
        const page = await getBoardColumn(stage, { cursor: nextCursor, search, limit: perStage })
        queryClient.setQueryData(queryKey, (board) => board && withMore(board, stage, page))
        // An answer under way was asked for before these cards were there, and would take them away.
        if (queryClient.isFetching({ queryKey })) void queryClient.invalidateQueries({ queryKey })
      } catch (error) {
        sayError(error)
      } finally {
        setLoading(null)
      }
    },
    [queryClient, queryKey, search],
  )
  return { query, mover, loadMore, loading }
}
