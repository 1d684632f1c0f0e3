import { get } from '@/lib/api/client'
import { changeMe, type Me } from '@/lib/auth/session'

export const getMe = async () => {
  const me = await get<Me>('/identity/me')
  changeMe(me)
  return me
}
