import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Role = Schemas['RoleView']

export const listRoles = queryOptions({
  queryKey: ['identity', 'roles'],
  queryFn: ({ signal }) => get<Role[]>('/identity/roles', undefined, signal),
})
