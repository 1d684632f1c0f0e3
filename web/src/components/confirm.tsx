import type { ReactNode } from 'react'
import { t } from '@/lib/i18n/translate'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'

type Props = {
  title: string
  children: ReactNode
  label: string
  busy?: boolean
  danger?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what cannot be taken back. The way out comes first, and has the focus. */
export const Confirm = ({ title, children, label, busy, danger = true, onConfirm, onClose }: Props) => (
  <Dialog
    open
    onClose={onClose}
    title={title}
    footer={
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
          {label}
        </Button>
      </>
    }
  >
    <div className="text-text-2 wrap-anywhere">{children}</div>
  </Dialog>
)
