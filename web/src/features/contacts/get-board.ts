import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type BoardCard = Schemas['BoardCard']
export type BoardColumn = Schemas['GetBoardColumn']
export type Board = Schemas['GetBoardResponse']

export const getBoard = (search?: string) => {
  const asked = search && search.trim().length >= 3 ? search.trim() : undefined
  return queryOptions({
    queryKey: ['contacts', 'board', asked ?? ''],
    queryFn: ({ signal }) => get<Board>('/contacts/board', { perStage: 20, search: asked }, signal),
  })
}
