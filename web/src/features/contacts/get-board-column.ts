import { getPage } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'
import type { BoardCard } from './get-board'

export const getBoardColumn = (stage: Stage, cursor: string) =>
  getPage<BoardCard>(`/contacts/board/${stage}`, { cursor, limit: 20 })
