import type { ReactNode } from 'react'
import { Tooltip } from 'radix-ui'
import { Kbd } from './kbd'

type Props = { text: string; hint?: string; side?: 'top' | 'right' | 'bottom'; children: ReactNode }

export const Tip = ({ text, hint, side = 'top', children }: Props) => (
  <Tooltip.Root>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className="anim-fade z-60 flex items-center gap-2 rounded-sm bg-tip px-2 py-1 text-xs text-on-tip shadow-float"
      >
        {text}
        {hint && <Kbd inverted>{hint}</Kbd>}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
)
