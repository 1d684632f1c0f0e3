import { accessToken } from '@/lib/auth/access-token'
import { newId } from '@/lib/new-id'

/** A POST from a page that is going away: the browser finishes it after the page is gone. */
export const postLeaving = async (url: string, body: object) => {
  const response = await fetch(`/api/v1${url}`, {
    method: 'POST',
    keepalive: true,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newId(),
      Authorization: `Bearer ${accessToken() ?? ''}`,
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status}`)
}
