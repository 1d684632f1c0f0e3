import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type Passkey = Schemas['PasskeyView']

export const listPasskeys = queryOptions({
  queryKey: ['identity', 'passkeys'],
  queryFn: async ({ signal }) =>
    (await get<Schemas['ListPasskeysResponse']>('/identity/me/passkeys', undefined, signal)).passkeys,
})
