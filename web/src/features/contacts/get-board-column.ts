import { getPage } from '@/lib/api/client'
import type { Stage } from '@/lib/stages'
import { searchAsked } from './contact-filter'
import type { BoardCard } from './get-board'

export type ColumnPage = { cursor: string; search: string | undefined; limit: number }

export const getBoardColumn = (stage: Stage, { search, ...page }: ColumnPage, signal?: AbortSignal) =>
  getPage<BoardCard>(`/contacts/board/${stage}`, { ...page, search: searchAsked(search) }, signal)
