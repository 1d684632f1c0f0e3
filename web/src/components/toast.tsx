import { Toaster as Sonner, toast } from 'sonner'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { useDesktop } from '@/lib/use-media'

export const Toaster = () => {
  const desktop = useDesktop()
  return (
    <Sonner
      position={desktop ? 'bottom-right' : 'bottom-center'}
      mobileOffset={{ bottom: 'calc(76px + env(safe-area-inset-bottom))', left: 12, right: 12 }}
      offset={20}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full md:w-[356px] items-center gap-3 rounded-md bg-tip py-2.5 pr-2.5 pl-4 text-base text-on-tip shadow-float',
          title: 'font-medium',
          description: 'text-sm opacity-80',
          content: 'flex-1 min-w-0',
          actionButton:
            'shrink-0 h-8 touch:h-10 rounded-sm px-3 font-semibold text-sm border border-current/25 hover:bg-current/10 cursor-pointer',
          icon: 'hidden',
        },
      }}
    />
  )
}

export const say = (text: string) => toast(text)

export const sayError = (error: unknown) => toast.error(sentenceOf(error), { duration: 8000 })

/** A toast that can take the change back for as long as it stands. */
export const sayUndo = (text: string, onUndo: () => void, ms: number, description?: string) =>
  toast(text, { description, duration: ms, action: { label: t('action.undo'), onClick: onUndo } })

export const unsay = (id: string | number) => toast.dismiss(id)
