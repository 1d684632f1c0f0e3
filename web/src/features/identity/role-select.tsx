import { useQuery } from '@tanstack/react-query'
import { Select } from '@/components/ui/input'
import type { Me } from '@/lib/auth/session'
import { covers } from './covers'
import { listRoles } from './list-roles'
import { roleName } from './role-name'

type Props = { id: string; me: Me; value: string; onChange: (role: string) => void }

export const RoleSelect = ({ me, value, onChange, ...wiring }: Props) => {
  const { data = [] } = useQuery(listRoles)
  const offered = data.filter((role) => covers(me, role) || role.name === value).map(({ name }) => name)
  return (
    <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
      {/* While the roles load, the one it is now stands there already. */}
      {(offered.includes(value) ? offered : [value, ...offered]).map((name) => (
        <option key={name} value={name}>
          {roleName(name)}
        </option>
      ))}
    </Select>
  )
}
