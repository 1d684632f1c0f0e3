import { post } from '@/lib/api/client'
import { type Session, startSession } from '@/lib/auth/session'

export type SetUp = {
  workspaceName: string
  name: string
  email: string
  password: string
  timeZone?: string
  country?: string
}

export const setUp = async (request: SetUp) => startSession(await post<Session>('/identity/setup', request))
