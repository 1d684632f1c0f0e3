import type { ReactNode } from 'react'
import { Tabs as Radix } from 'radix-ui'
import { cx } from '@/lib/style'

type Props<T extends string> = {
  value: T
  onChange: (value: T) => void
  label: string
  tabs: { value: T; label: string; count?: number }[]
  children: ReactNode
  className?: string
}

export const Tabs = <T extends string>({ value, onChange, label, tabs, children, className }: Props<T>) => (
  <Radix.Root value={value} onValueChange={(next) => onChange(next as T)} className={className}>
    <Radix.List
      aria-label={label}
      className="scrollbar-none flex gap-5 overflow-x-auto border-b border-line px-4 md:px-0"
    >
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className={cx(
            '-mb-px h-10 border-b-2 border-transparent px-0.5 font-medium whitespace-nowrap text-text-2 transition-colors touch:h-11',
            'hover:text-text focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-text',
          )}
        >
          {tab.label}
          {tab.count ? <span className="num ml-1.5 text-text-3">{tab.count}</span> : null}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {children}
  </Radix.Root>
)

export const TabPanel = ({ value, children }: { value: string; children: ReactNode }) => (
  <Radix.Content value={value} className="outline-none">
    {children}
  </Radix.Content>
)
