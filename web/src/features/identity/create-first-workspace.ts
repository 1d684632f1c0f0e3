import { post } from '@/lib/api/client'
import { type Session, startSession } from '@/lib/auth/session'

export type NewWorkspace = {
  workspaceName: string
  name: string
  email: string
  password: string
  timeZone?: string
  country?: string
}

export const createFirstWorkspace = async (request: NewWorkspace) => startSession(await post<Session>('/identity/setup', request))
