import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import { type Import, isUnderWay } from './import'

export const getImport = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'import', id],
    queryFn: ({ signal }) => get<Import>(`/contacts/imports/${id}`, undefined, signal),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1000 : false),
  })
