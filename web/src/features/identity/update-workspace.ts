import { put } from '@/lib/api/client'
import { changeMe, currentMe, type Me } from '@/lib/auth/session'

export type UpdateWorkspace = { name: string; country: string | null; timeZone: string }

export const updateWorkspace = async (request: UpdateWorkspace, version: number | string) => {
  const workspace = await put<Me['workspace']>('/identity/workspace', request, { ifMatch: version })
  const me = currentMe()
  if (me) changeMe({ ...me, workspace })
}
