import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import { freshAccessToken } from '@/lib/auth/fresh-access-token'
import { type Change, queriesTouchedBy } from './queries-touched-by'

type Listeners = { onTouched: (queries: ReturnType<typeof queriesTouchedBy>) => void; onBack: () => void }

const patience = [0, 1000, 2000, 5000, 10_000, 30_000]

/** Opens the live connection and keeps it open; answers with the way to close it. */
export const connect = ({ onTouched, onBack }: Listeners) => {
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/live', { accessTokenFactory: freshAccessToken })
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: ({ previousRetryCount }) => patience[previousRetryCount] ?? 30_000,
    })
    .configureLogging(LogLevel.None)
    .build()
  connection.on('changed', (change: Change) => onTouched(queriesTouchedBy(change)))
  connection.onreconnected(onBack)

  let stopped = false
  const start = async (attempt = 0): Promise<void> => {
    if (stopped) return
    try {
      await connection.start()
      // Late: what changed since the page was loaded was not heard.
      if (attempt > 0) onBack()
    } catch {
      // The first start is not covered by automatic reconnect.
      setTimeout(() => void start(attempt + 1), patience[attempt + 1] ?? 30_000)
    }
  }
  void start()
  return () => {
    stopped = true
    void connection.stop()
  }
}
