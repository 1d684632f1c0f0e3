import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import type { Session } from '@/lib/auth/session'
import { enterSession } from './enter-session'
import { signWithKey } from './passkey-device'

/** Asks the server for the options, the device for a signature, and is whoever the key belongs to. */
export const signInWithPasskey = async (invitation: string | undefined) => {
  const question = await post<Schemas['PasskeyQuestion']>('/identity/sign-in/passkey/options')
  const credential = await signWithKey(question)
  const { challenge } = question
  enterSession(
    await post<Session>('/identity/sign-in/passkey', { challenge, credential, invitation }),
    invitation,
  )
}
