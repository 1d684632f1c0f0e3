import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/security'
import { RecoveryCodes } from './recovery-codes'
import { useKept } from './use-kept'

type Props = { codes: string[]; email: string; description?: string; onClose: () => void }

export const CodesSheet = ({ codes, email, description, onClose }: Props) => {
  const { unkept, keep, close } = useKept(true, onClose)
  return (
    <Sheet
      open
      onClose={close}
      title={t('codes.title')}
      description={description}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('codes.kept')}
        </Button>
      }
    >
      <RecoveryCodes codes={codes} email={email} onKept={keep} />
      {unkept && (
        <Notice tone="bad" className="mt-4">
          {t('codes.notKept')}
        </Notice>
      )}
    </Sheet>
  )
}
