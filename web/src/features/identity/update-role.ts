import { put } from '@/lib/api/client'

export const updateRole = (name: string, permissions: string[]) =>
  put(`/identity/roles/${encodeURIComponent(name)}`, { permissions })
