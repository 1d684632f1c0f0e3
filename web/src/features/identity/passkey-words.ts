import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'

/** What the browser throws names no reason that a person knows; the rest is the server's own sentence. */
export const passkeySentence = (error: unknown) => {
  if (!(error instanceof DOMException)) return sentenceOf(error)
  switch (error.name) {
    // Told apart by no browser: a page must not learn which keys there are.
    case 'NotAllowedError':
    case 'AbortError':
      return t('passkey.cancelled')
    case 'InvalidStateError':
      return t('passkey.known')
    case 'SecurityError':
      return t('passkey.elsewhere')
    default:
      return t('passkey.unsupported')
  }
}
