import axios from 'axios'
import type { Envelope } from '@/lib/api/envelope'
import { isSomebodyElse, type Session, startSession, yieldSession } from './session'
import { singleFlight, tabLock } from './single-flight'

const ask = async () => {
  // Plain axios: the client's own 401 handling would send a refused refresh round in a circle.
  const { data } = await axios.post<Envelope<Session>>('/api/v1/identity/refresh', null, {
    headers: { 'X-Flowstate': '1' },
    timeout: 15_000,
  })
  if (isSomebodyElse(data.data.me)) {
    yieldSession()
    // Whoever waits for the token must not go on: what they ask for would be done in the other one's name.
    throw new Error('Somebody else signed in in another tab.')
  }
  startSession(data.data)
  return data.data
}

export const refreshSession = singleFlight(ask, tabLock)
