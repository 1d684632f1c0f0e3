import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  options: { value: T; label: string; icon?: ReactNode }[]
}

export const Segmented = <T extends string>({ label, value, onChange, options }: Props<T>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => next && onChange(next as T)}
    className="inline-flex rounded-md border border-line bg-sunken p-0.5"
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className="flex h-8 items-center gap-2 rounded-sm px-3 font-medium text-text-2 transition-colors touch:h-10 hover:text-text data-[state=on]:bg-surface data-[state=on]:text-text data-[state=on]:ring-1 data-[state=on]:ring-line-strong [&_svg]:size-4"
      >
        {option.icon}
        {option.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
)
