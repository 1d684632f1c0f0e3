import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { openSession } from '@/lib/auth/open-session'
import type { Session } from '@/lib/auth/session'

export type NewWorkspace = Schemas['CreateFirstWorkspaceRequest']

export const createFirstWorkspace = async (request: NewWorkspace) =>
  openSession(await post<Session>('/identity/setup', request))
