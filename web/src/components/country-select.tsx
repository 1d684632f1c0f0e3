import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/input'

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Old, reserved and private codes that the browser still has a name for. */
const notCountries = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'EU',
  'EZ',
  'FX',
  'NT',
  'QO',
  'SU',
  'TP',
  'UN',
  'XA',
  'XB',
  'YD',
  'YU',
  'ZR',
  'ZZ',
  'DY',
  'HV',
  'NH',
  'RH',
  'VD',
  'UK',
  'CQ',
])

const countries = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !notCountries.has(code) && names.of(code))
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .sort((a, b) => a.name.localeCompare(b.name))

export const CountrySelect = (props: ComponentProps<'select'>) => (
  <Select {...props}>
    <option value="">–</option>
    {countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </Select>
)
