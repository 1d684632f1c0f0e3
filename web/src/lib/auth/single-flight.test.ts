import { describe, expect, it, vi } from 'vitest'
import { singleFlight } from './single-flight'

const open = <T>(_: string, run: () => Promise<T>) => run()

describe('a single-flight refresh', () => {
  it('asks once for callers that come together', async () => {
    let answer: (value: string) => void = () => undefined
    const run = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)))
    const refresh = singleFlight(run, open)
    const waiting = [refresh(), refresh(), refresh()]
    answer('token')
    expect(await Promise.all(waiting)).toEqual(['token', 'token', 'token'])
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('asks again after the first has ended, also when it failed', async () => {
    const run = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce('token')
    const refresh = singleFlight(run, open)
    await expect(refresh()).rejects.toThrow('offline')
    expect(await refresh()).toBe('token')
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('takes its turn among the tabs', async () => {
    const lock = vi.fn(open)
    await singleFlight(() => Promise.resolve(1), lock as never)()
    expect(lock).toHaveBeenCalledWith('flowstate-refresh', expect.any(Function))
  })
})
