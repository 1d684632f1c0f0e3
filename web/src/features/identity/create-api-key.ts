import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type NewApiKey = Schemas['CreateApiKeyResponse']

export const createApiKey = (request: { name: string; scopes: string[]; expiresInDays: number }) =>
  post<NewApiKey>('/identity/api-keys', request)
