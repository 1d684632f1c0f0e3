import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { t } from '@/lib/i18n/translate'
import { useStandsOpen } from '@/lib/open-sheets'
import { cx } from '@/lib/style'
import { useFocusBack } from './focus-back'
import { IconButton } from './icon-button'

type Props = {
  /** It stands for as long as it is rendered. */
  open: true
  onClose: () => void
  title: string
  description?: ReactNode
  wide?: boolean
  footer?: ReactNode
  children: ReactNode
}

/** Slides in from the right on a desktop and up from the bottom on a phone. */
export const Sheet = ({ open, onClose, title, description, wide, footer, children }: Props) => {
  const onCloseAutoFocus = useFocusBack()
  useStandsOpen()
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="anim-fade fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          // The close button comes first, and its tooltip would greet everybody and swallow the first Escape.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.target instanceof HTMLElement) event.target.focus()
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          className={cx(
            'anim-sheet fixed z-50 flex flex-col border-line bg-surface shadow-float outline-none',
            'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl border-t',
            'md:inset-y-2 md:right-2 md:left-auto md:max-h-none md:rounded-lg md:border',
            wide ? 'md:w-[min(720px,calc(100vw-16px))]' : 'md:w-[440px]',
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1 pt-1">
              <Dialog.Title className="text-lg font-semibold tracking-tight">{title}</Dialog.Title>
              {description && <p className="mt-0.5 text-text-2">{description}</p>}
            </div>
            <Dialog.Close asChild>
              <IconButton label={t('action.close')} className="-mr-2">
                <X />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-5">{children}</div>
          {footer && (
            <footer className="flex justify-end gap-2 border-t border-line px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
