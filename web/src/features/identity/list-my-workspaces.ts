import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type MyWorkspace = Schemas['ListMyWorkspacesResponse']

export const listMyWorkspaces = queryOptions({
  queryKey: ['identity', 'my-workspaces'],
  queryFn: ({ signal }) => get<MyWorkspace[]>('/identity/workspaces/mine', undefined, signal),
})
