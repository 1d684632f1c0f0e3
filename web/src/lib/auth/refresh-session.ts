import axios from 'axios'
import type { Envelope } from '@/lib/api/envelope'
import { type Session, startSession } from './session'
import { singleFlight, tabLock } from './single-flight'

const ask = async () => {
  // Plain axios: the client's own 401 handling would send a refused refresh round in a circle.
  const { data } = await axios.post<Envelope<Session>>('/api/v1/identity/refresh', null, {
    headers: { 'X-Flowstate': '1' },
    timeout: 15_000,
  })
  startSession(data.data)
  return data.data
}

export const refreshSession = singleFlight(ask, tabLock)
