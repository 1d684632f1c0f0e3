import { useMutation } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'
import { canUsePasskeys } from './passkey-device'
import { passkeySentence } from './passkey-words'
import { signInWithPasskey } from './sign-in-with-passkey'

type Props = { invitation: string | undefined; disabled?: boolean; onDone: () => void }

/** A whole sign-in by itself: key and finger, face or PIN are two factors. Not offered where there is nothing to sign with. */
export const PasskeySignIn = ({ invitation, disabled, onDone }: Props) => {
  const entry = useMutation({ mutationFn: () => signInWithPasskey(invitation), onSuccess: onDone })
  if (!canUsePasskeys()) return null
  return (
    <div className="space-y-4">
      <div aria-hidden className="flex items-center gap-3 text-sm text-text-3">
        <span className="h-px flex-1 bg-line-strong" />
        {t('signIn.or')}
        <span className="h-px flex-1 bg-line-strong" />
      </div>
      {entry.error && (
        <Notice tone="bad">
          {problemOf(entry.error).code === 'identity.passkey-refused'
            ? t('passkey.unknown')
            : passkeySentence(entry.error)}
        </Notice>
      )}
      <Button
        className="w-full"
        busy={entry.isPending || entry.isSuccess}
        disabled={disabled}
        icon={<Fingerprint aria-hidden className="size-4" />}
        onClick={() => entry.mutate()}
      >
        {t('passkey.signIn')}
      </Button>
    </div>
  )
}
