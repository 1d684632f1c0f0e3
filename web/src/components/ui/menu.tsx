import type { ReactNode } from 'react'
import { DropdownMenu } from 'radix-ui'
import { cx } from '@/lib/style'

type Props = {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export const Menu = ({ trigger, children, align = 'end', open, onOpenChange }: Props) => (
  <DropdownMenu.Root open={open} onOpenChange={onOpenChange}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        className="anim-pop z-60 max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-48 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
)

type ItemProps = {
  onSelect: () => void
  icon?: ReactNode
  hint?: ReactNode
  danger?: boolean
  disabled?: boolean
  children: ReactNode
}

export const MenuItem = ({ onSelect, icon, hint, danger, disabled, children }: ItemProps) => (
  <DropdownMenu.Item
    onSelect={onSelect}
    disabled={disabled}
    className={cx(
      'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 outline-none touch:min-h-11 [&_svg]:size-4 [&_svg]:text-text-3',
      'data-highlighted:bg-hover data-disabled:cursor-default data-disabled:opacity-50',
      danger && 'text-red [&_svg]:text-red',
    )}
  >
    {icon}
    <span className="flex-1">{children}</span>
    {hint && <span className="num text-xs text-text-3">{hint}</span>}
  </DropdownMenu.Item>
)

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-text-3">
    {children}
  </DropdownMenu.Label>
)

export const MenuLine = () => <DropdownMenu.Separator className="my-1 h-px bg-line" />
