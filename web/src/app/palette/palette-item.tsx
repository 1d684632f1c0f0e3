import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  value: string
  icon?: LucideIcon
  lead?: ReactNode
  hint?: ReactNode
  onSelect: () => void
  children: ReactNode
}

export const PaletteItem = ({ value, icon: Icon, lead, hint, onSelect, children }: Props) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover touch:min-h-12"
  >
    {Icon ? <Icon aria-hidden className="size-4.5 shrink-0 text-text-3" strokeWidth={1.8} /> : lead}
    <span className="min-w-0 flex-1 truncate">{children}</span>
    {hint}
  </Command.Item>
)
