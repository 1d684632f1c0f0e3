import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import type { Passkey } from './list-passkeys'
import { makeKey } from './passkey-device'

/** Asks the server for the options, the device for a key, and hands its public half in. */
export const addPasskey = async ({ name, password }: { name: string; password: string }) => {
  const question = await post<Schemas['PasskeyQuestion']>('/identity/me/passkeys/options', { password })
  const credential = await makeKey(question)
  return await post<Passkey>('/identity/me/passkeys', { challenge: question.challenge, credential, name })
}
