import type { Schemas } from '@/lib/api/schemas'

type Question = Schemas['PasskeyQuestion']

/** False in browsers without WebAuthn, in old ones, and over plain http beyond this machine. */
export const canUsePasskeys = () =>
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential

const answered = (credential: Credential | null) => {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No key', 'NotAllowedError')
  return credential.toJSON()
}

/** Has the device make a key; throws the browser's DOMException. */
export const makeKey = async ({ options }: Question) =>
  answered(
    await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  )

/** Has the device sign with a key it holds; throws the browser's DOMException. */
export const signWithKey = async ({ options }: Question) =>
  answered(
    await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  )
