import { queryOptions } from '@tanstack/react-query'
import { getVersioned } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

/** How the workspace has set its gates, and what it calls each stage. */
export type PipelineSettings = Schemas['PipelineView']
export type GateMode = Schemas['GateMode']

export const getPipelineSettings = queryOptions({
  queryKey: ['contacts', 'pipeline-settings'],
  queryFn: ({ signal }) => getVersioned<PipelineSettings>('/contacts/pipeline-settings', signal),
})
