import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type HookSource = Schemas['HookSourceView']

export const listHookSources = queryOptions({
  queryKey: ['contacts', 'hook-sources'],
  queryFn: ({ signal }) => get<HookSource[]>('/contacts/hook-sources', undefined, signal),
})
