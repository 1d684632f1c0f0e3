import { useQuery } from '@tanstack/react-query'
import { LifeBuoy, Smartphone, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Ago } from '@/components/moment'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/security'
import { getSecondFactor } from './get-second-factor'
import { RemoveTotpSheet } from './remove-totp-sheet'
import { RenewCodesSheet } from './renew-codes-sheet'
import { SecurityRow, SecurityRowFailed } from './security-row'
import { TotpSheet } from './totp-sheet'

const few = 3

/** Whether a code is asked for after the password, and how many of the list are left. */
export const SecondFactorPanel = ({ email }: { email: string }) => {
  const { data, error, isPending, refetch } = useQuery(getSecondFactor)
  const [open, setOpen] = useState<'set-up' | 'remove' | 'renew' | null>(null)
  const close = () => setOpen(null)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-[66px] rounded-lg" />
      </Skeleton>
    )
  if (!data) return <SecurityRowFailed error={error} onRetry={() => void refetch()} />
  const { totpSince, recoveryCodesLeft: left } = data
  return (
    <>
      <ul className="rounded-lg border border-line bg-surface">
        <SecurityRow
          icon={Smartphone}
          title={t('totp.app')}
          badge={totpSince ? t('totp.on') : undefined}
          text={
            totpSince ? (
              <>
                {t('totp.since')} <Ago at={totpSince} />
              </>
            ) : (
              t('totp.off')
            )
          }
        >
          {totpSince ? (
            <Button size="small" onClick={() => setOpen('remove')}>
              {t('totp.turnOff')}
            </Button>
          ) : (
            <Button size="small" kind="primary" onClick={() => setOpen('set-up')}>
              {t('totp.setUpDo')}
            </Button>
          )}
        </SecurityRow>
        {totpSince && (
          <SecurityRow
            icon={LifeBuoy}
            title={t('codes.title')}
            text={
              left > few ? (
                t('codes.left', { n: left })
              ) : (
                <span className="text-amber">
                  <TriangleAlert aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
                  {t('codes.few', { n: left })}
                </span>
              )
            }
          >
            <Button size="small" onClick={() => setOpen('renew')}>
              {t('codes.renew')}
            </Button>
          </SecurityRow>
        )}
      </ul>
      {open === 'set-up' && <TotpSheet email={email} onClose={close} />}
      {open === 'remove' && <RemoveTotpSheet email={email} onClose={close} />}
      {open === 'renew' && <RenewCodesSheet email={email} onClose={close} />}
    </>
  )
}
