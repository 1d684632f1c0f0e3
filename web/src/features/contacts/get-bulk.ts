import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import { type Bulk, isUnderWay } from './bulk'

export const getBulk = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'bulk', id],
    queryFn: ({ signal }) => get<Bulk>(`/contacts/bulk/${id}`, undefined, signal),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1000 : false),
  })
