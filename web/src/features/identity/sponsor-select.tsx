import { Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/team'
import type { Member } from './list-members'

type Props = {
  id: string
  members: Member[]
  except?: string
  value: string
  onChange: (id: string) => void
}

export const SponsorSelect = ({ members, except, value, onChange, ...wiring }: Props) => (
  <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
    <option value="">{t('members.noSponsor')}</option>
    {members
      .filter(({ id, status }) => id !== except && (status === 'active' || id === value))
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
  </Select>
)
