import { put } from '@/lib/api/client'
import { changeMe, type Me } from '@/lib/auth/session'

export type UpdateMe = { name: string; timeZone: string; minutesPerDay: number }

export const updateMe = async (request: UpdateMe, version: number) => {
  const me = await put<Me>('/identity/me', request, { ifMatch: version })
  changeMe(me)
  return me
}
