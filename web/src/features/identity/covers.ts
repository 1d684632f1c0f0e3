import type { Me } from '@/lib/auth/session'
import type { Role } from './list-roles'

/** Nobody gives what they do not hold, and an owner's role only an owner: what the server would refuse is not offered. */
export const covers = (me: Pick<Me, 'role' | 'permissions'>, role: Pick<Role, 'name' | 'permissions'>) =>
  role.name === 'owner'
    ? me.role === 'owner'
    : role.permissions.every((each) => me.permissions.includes(each))
