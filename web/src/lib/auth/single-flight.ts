type Lock = <T>(name: string, run: () => Promise<T>) => Promise<T>

/**
 * Wraps a refresh so that any number of callers in this tab share one request, and tabs take turns: the refresh token
 * rotates, and the same one sent twice looks like theft to the server.
 */
export const singleFlight = <T>(run: () => Promise<T>, lock: Lock) => {
  let flight: Promise<T> | null = null
  return () => {
    flight ??= lock('flowstate-refresh', run).finally(() => {
      flight = null
    })
    return flight
  }
}

export const tabLock: Lock = async (name, run) => {
  if (!('locks' in navigator)) return run()
  return await navigator.locks.request(name, async () => await run())
}
