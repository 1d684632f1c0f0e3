import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

export type SignUp = Schemas['SignUpForAccountRequest']

export const signUpForAccount = (request: SignUp) => post('/identity/accounts', request)
