import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fingerprint, Plus } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { Ago } from '@/components/moment'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/security'
import { listPasskeys, type Passkey } from './list-passkeys'
import { canUsePasskeys } from './passkey-device'
import { PasskeySheet } from './passkey-sheet'
import { removePasskey } from './remove-passkey'
import { SecurityRow, SecurityRowFailed } from './security-row'

/** The keys that sign in without a password. Removing one cannot be taken back: it is asked first. */
export const PasskeyList = ({ email }: { email: string }) => {
  const { data, error, isPending, refetch } = useQuery(listPasskeys)
  const queryClient = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [asked, setAsked] = useState<Passkey | null>(null)
  const removing = useMutation({
    mutationFn: ({ id }: Passkey) => removePasskey(id),
    onSuccess: (_, { name }) => say(t('passkeys.removed', { name })),
    onError: sayError,
    // Whoever is signed in elsewhere is so no longer.
    onSettled: () => (setAsked(null), queryClient.invalidateQueries({ queryKey: ['identity'] })),
  })
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-[66px] rounded-lg" />
        <Bone className="mt-3 h-9 w-36 rounded-md touch:h-11" />
      </Skeleton>
    )
  if (!data) return <SecurityRowFailed error={error} onRetry={() => void refetch()} />
  const able = canUsePasskeys()
  return (
    <>
      <ul aria-label={t('passkeys.title')} className="rounded-lg border border-line bg-surface">
        {data.map((each) => (
          <SecurityRow
            key={each.id}
            icon={Fingerprint}
            title={each.name}
            badge={each.isBackedUp ? t('passkeys.synced') : undefined}
            text={<Uses passkey={each} />}
          >
            <Button
              size="small"
              onClick={() => setAsked(each)}
              aria-label={`${t('passkeys.remove')}: ${each.name}`}
            >
              {t('passkeys.remove')}
            </Button>
          </SecurityRow>
        ))}
        {data.length === 0 && (
          <SecurityRow icon={Fingerprint} title={t('passkeys.none')} text={t('passkeys.noneText')} />
        )}
      </ul>
      <Button
        className="mt-3"
        disabled={!able}
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() => setAdding(true)}
      >
        {t('passkeys.add')}
      </Button>
      {!able && <p className="mt-2 text-sm text-text-3">{t('passkey.unsupported')}</p>}
      {adding && <PasskeySheet email={email} onClose={() => setAdding(false)} />}
      {asked && (
        <Confirm
          title={t('passkeys.removeTitle', { name: asked.name })}
          label={t('passkeys.remove')}
          busy={removing.isPending}
          onConfirm={() => removing.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {t('passkeys.removeText')}
        </Confirm>
      )}
    </>
  )
}

const Uses = ({ passkey: { createdAt, lastUsedAt } }: { passkey: Passkey }) => (
  <>
    {t('passkeys.added')} <Ago at={createdAt} />
    <span aria-hidden> · </span>
    {lastUsedAt ? (
      <>
        {t('passkeys.used')} <Ago at={lastUsedAt} />
      </>
    ) : (
      t('passkeys.unused')
    )}
  </>
)
