import { accessToken } from './access-token'
import { refreshSession } from './refresh-session'

const expiresAt = (token: string) => {
  try {
    const payload = JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')) as {
      exp?: number
    }
    return (payload.exp ?? 0) * 1000
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** The token for a connection that lives long: refreshed first when less than half a minute of it is left. */
export const freshAccessToken = async () => {
  const token = accessToken()
  if (token && expiresAt(token) - Date.now() > 30_000) return token
  return (await refreshSession()).accessToken
}
