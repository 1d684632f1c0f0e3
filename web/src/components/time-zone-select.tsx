import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/input'

type Props = ComponentProps<'select'> & { current: string }

/** Every zone this browser knows, and the present one even if it does not. */
export const TimeZoneSelect = ({ current, ...rest }: Props) => {
  const known = Intl.supportedValuesOf('timeZone')
  const zones = [...new Set([...known, 'UTC', current])].sort()
  return (
    <Select {...rest}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  )
}
