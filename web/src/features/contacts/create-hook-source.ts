import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type NewHookSource = Schemas['CreateHookSourceResponse']

export const createHookSource = (request: { name: string; secret?: string }) =>
  post<NewHookSource>('/contacts/hook-sources', request)
