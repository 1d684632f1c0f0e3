import 'sonner/dist/styles.css'
import { CircleAlert } from 'lucide-react'
import { Toaster as Sonner } from 'sonner'

export const Toaster = () => (
  <Sonner
    // In the middle: at the right it would lie on the buttons of an open sheet.
    position="bottom-center"
    mobileOffset={{ bottom: 'calc(76px + env(safe-area-inset-bottom))', left: 12, right: 12 }}
    offset={20}
    gap={8}
    icons={{ error: <CircleAlert aria-hidden className="size-4.5" /> }}
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
        // On the tip's own ground, which is dark in the light theme and light in the dark one.
        icon: 'shrink-0 text-on-tip-red',
      },
    }}
  />
)
