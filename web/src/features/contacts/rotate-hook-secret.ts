import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const rotateHookSecret = (id: string, overlapHours: number) =>
  post<Schemas['RotateHookSecretResponse']>(`/contacts/hook-sources/${id}/secret`, { overlapHours })
