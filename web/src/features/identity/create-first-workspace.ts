import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import { tellOtherTabs } from '@/lib/auth/other-tabs'
import { type Session, startSession } from '@/lib/auth/session'

export type NewWorkspace = Schemas['CreateFirstWorkspaceRequest']

export const createFirstWorkspace = async (request: NewWorkspace) => {
  startSession(await post<Session>('/identity/setup', request))
  tellOtherTabs('signed-in')
}
