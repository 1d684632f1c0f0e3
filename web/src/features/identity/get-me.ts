import { get } from '@/lib/api/client'
import { changeMe, type Me } from '@/lib/auth/session'

export const getMe = async () => changeMe(await get<Me>('/identity/me'))
