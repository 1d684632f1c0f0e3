import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type ApiKey = Schemas['ApiKeyView']

export const listApiKeys = queryOptions({
  queryKey: ['identity', 'api-keys'],
  queryFn: ({ signal }) => get<ApiKey[]>('/identity/api-keys', undefined, signal),
})
