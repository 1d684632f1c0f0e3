import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Permission = Schemas['ListPermissionsResponse']

export const listPermissions = queryOptions({
  queryKey: ['identity', 'permissions'],
  queryFn: ({ signal }) => get<Permission[]>('/identity/permissions', undefined, signal),
})
