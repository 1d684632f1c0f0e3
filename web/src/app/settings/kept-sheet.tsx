import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { useKept } from '@/features/identity/use-kept'
import { t } from '@/lib/i18n/lazy/hooks'
import { HookSecret } from './hook-secret'

type Props = { title: string; source: string; secret: string; onClose: () => void }

export const KeptSheet = ({ title, source, secret, onClose }: Props) => {
  const { unkept, keep, close } = useKept(true, onClose)
  return (
    <Sheet
      open
      onClose={close}
      title={title}
      wide
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('hooks.kept')}
        </Button>
      }
    >
      <HookSecret source={source} secret={secret} onKept={keep} />
      {unkept && (
        <Notice tone="bad" className="mt-4">
          {t('hooks.notKept')}
        </Notice>
      )}
    </Sheet>
  )
}
