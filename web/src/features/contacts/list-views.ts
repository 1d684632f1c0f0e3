import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { SavedView } from './saved-view'

export const listViews = queryOptions({
  queryKey: ['contacts', 'views'],
  queryFn: ({ signal }) => get<SavedView[]>('/contacts/views', undefined, signal),
})
