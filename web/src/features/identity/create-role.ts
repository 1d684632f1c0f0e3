import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export const createRole = (request: Schemas['CreateRoleRequest']) => post('/identity/roles', request)
