import 'sonner/dist/styles.css'
import { CircleAlert } from 'lucide-react'
import { Toaster as Sonner } from 'sonner'
import { useSheetOpen } from '@/lib/open-sheets'
import { useDesktop } from '@/lib/use-media'

export const Toaster = () => {
  const desktop = useDesktop()
  const sheet = useSheetOpen()
  return (
    <Sonner
      // It would lie on the buttons of an open sheet: at the right on a desktop, at the bottom on a phone.
      position={sheet && !desktop ? 'top-center' : 'bottom-center'}
      mobileOffset={{
        top: 'calc(8px + env(safe-area-inset-top))',
        bottom: 'calc(76px + env(safe-area-inset-bottom))',
        left: 12,
        right: 12,
      }}
      offset={20}
      gap={8}
      icons={{ error: <CircleAlert aria-hidden className="size-4.5" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full md:w-[356px] items-center gap-3 rounded-md bg-tip py-2.5 pr-2.5 pl-4 text-base text-on-tip shadow-float',
          title: 'font-medium max-md:line-clamp-2',
          description: 'text-sm opacity-80 max-md:line-clamp-1',
          content: 'flex-1 min-w-0',
          actionButton:
            'shrink-0 h-8 touch:h-10 rounded-sm px-3 font-semibold text-sm border border-current/25 hover:bg-current/10 cursor-pointer',
          // On the tip's own ground, which is dark in the light theme and light in the dark one.
          icon: 'shrink-0 text-on-tip-red',
        },
      }}
    />
  )
}
