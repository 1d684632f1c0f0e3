import { useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/security'
import { RecoveryCodes } from './recovery-codes'

type Props = { codes: string[]; email: string; description?: string; onClose: () => void }

/** Closing by accident would lose the list: whoever kept nothing yet is asked once. */
export const CodesSheet = ({ codes, email, description, onClose }: Props) => {
  const [kept, setKept] = useState(false)
  const [warned, setWarned] = useState(false)
  const close = () => (kept || warned ? onClose() : setWarned(true))
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
      <RecoveryCodes codes={codes} email={email} onKept={() => setKept(true)} />
      {warned && !kept && (
        <Notice tone="bad" className="mt-4">
          {t('codes.notKept')}
        </Notice>
      )}
    </Sheet>
  )
}
