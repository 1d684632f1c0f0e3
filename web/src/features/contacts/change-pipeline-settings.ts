import { put } from '@/lib/api/client'
import type { GateMode, PipelineSettings } from './get-pipeline-settings'

type Change = { gates: Record<string, GateMode>; labels: Record<string, string> }

export const changePipelineSettings = (change: Change, version: number | string | undefined) =>
  put<PipelineSettings>('/contacts/pipeline-settings', change, { ifMatch: version })
