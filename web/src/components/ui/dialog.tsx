import type { ReactNode } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { useStandsOpen } from '@/lib/open-sheets'
import { useFocusBack } from './focus-back'

type Props = { open: true; onClose: () => void; title: string; children: ReactNode; footer?: ReactNode }

/** For a question or two in the middle of the screen; forms live in a sheet. */
export const Dialog = ({ open, onClose, title, children, footer }: Props) => {
  const onCloseAutoFocus = useFocusBack()
  useStandsOpen()
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="anim-fade fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="anim-fade fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(440px,calc(100vw-32px))] -translate-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-float outline-none"
        >
          <Radix.Title className="text-lg font-semibold tracking-tight wrap-anywhere">{title}</Radix.Title>
          <div className="mt-2">{children}</div>
          {footer && <footer className="mt-5 flex justify-end gap-2">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
