import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'

export type BoardCard = {
  id: string
  name: string
  organisation: string | null
  warmth: number
  stage: Stage
  stageEnteredAt: string
  daysInStage: number
  stale: boolean
  nextFollowUpAt: string | null
  qualificationScore: number
  version: number
}

export type BoardColumn = {
  stage: Stage
  label: string
  count: number
  conversion: number | null
  cards: BoardCard[]
  nextCursor: string | null
}

export type Board = { columns: BoardColumn[] }

export const getBoard = (search?: string) => {
  const asked = search && search.trim().length >= 3 ? search.trim() : undefined
  return queryOptions({
    queryKey: ['contacts', 'board', asked ?? ''],
    queryFn: ({ signal }) => get<Board>('/contacts/board', { perStage: 20, search: asked }, signal),
  })
}
