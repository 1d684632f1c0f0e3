import { AxiosError } from 'axios'
import { isStatus } from './problem'

/** The seconds that a 429 asks to wait; 0 for every other error. */
export const retryAfter = (error: unknown) => {
  if (!isStatus(error, 429) || !(error instanceof AxiosError)) return 0
  const seconds = Number(error.response?.headers['retry-after'])
  // A minute is what the server tells people where it says nothing else.
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60
}
