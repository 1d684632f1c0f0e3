import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { searchAsked } from './contact-filter'
import { getBoardColumn } from './get-board-column'

export type BoardCard = Schemas['BoardCard']
export type BoardColumn = Schemas['GetBoardColumn']
export type Board = Schemas['GetBoardResponse']

/** How many are in a column; of a search the server counts none, and what was found so far says it. */
export const peopleIn = ({ count, cards, nextCursor }: BoardColumn) =>
  count?.toLocaleString('en') ?? `${cards.length}${nextCursor ? '+' : ''}`

export const perStage = 20
const most = 100

/** The number of cards to ask for where `shown` of them are on the screen: whole pages, a moved card more or less. */
export const wanted = (shown: number) => Math.max(1, Math.round(shown / perStage)) * perStage

/** The column with as many cards as were on the screen, so that asking again takes nothing away. */
const filled = async (
  column: BoardColumn,
  count: number,
  search: string | undefined,
  signal: AbortSignal,
) => {
  let { cards, nextCursor } = column
  while (nextCursor && cards.length < count) {
    const limit = Math.min(most, count - cards.length)
    const page = await getBoardColumn(column.stage, { cursor: nextCursor, search, limit }, signal)
    cards = [...cards, ...page.items]
    nextCursor = page.nextCursor
  }
  return { ...column, cards, nextCursor }
}

export const getBoard = (search?: string) => {
  const asked = searchAsked(search)
  const queryKey = ['contacts', 'board', asked ?? '']
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<Board> => {
      const shown = client.getQueryData<Board>(queryKey)?.columns
      const board = await get<Board>('/contacts/board', { perStage, search: asked }, signal)
      const fill = (column: BoardColumn) => {
        const before = shown?.find(({ stage }) => stage === column.stage)?.cards.length ?? 0
        return filled(column, wanted(before), asked, signal)
      }
      return { columns: await Promise.all(board.columns.map(fill)) }
    },
  })
}
