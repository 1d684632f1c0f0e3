import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/input'
import { countries, countryName } from '@/lib/countries'

type Props = ComponentProps<'select'> & { current?: string }

/** Every country, and the present one even if it is none: a form must not lose what it does not know. */
export const CountrySelect = ({ current, ...rest }: Props) => (
  <Select {...rest}>
    <option value="">–</option>
    {current && !countries.some(({ code }) => code === current) && (
      <option value={current}>{countryName(current)}</option>
    )}
    {countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </Select>
)
