import { post } from '@/lib/api/client'
import { endSession } from '@/lib/auth/session'

export const signOut = async () => {
  try {
    await post('/identity/sign-out', undefined, { headers: { 'X-Flowstate': '1' } })
  } finally {
    endSession()
  }
}
