import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Dmo = Schemas['GetDmoResponse']

export const getDmo = queryOptions({
  queryKey: ['contacts', 'dmo'],
  queryFn: ({ signal }) => get<Dmo>('/contacts/dmo', undefined, signal),
})
