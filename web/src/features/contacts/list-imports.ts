import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import { type Import, isUnderWay } from './import'

/** Polls only while one of them runs, for the case that the live connection is down. */
export const listImports = queryOptions({
  queryKey: ['contacts', 'imports'],
  queryFn: ({ signal }) => get<Import[]>('/contacts/imports', undefined, signal),
  refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? 2000 : false),
})
