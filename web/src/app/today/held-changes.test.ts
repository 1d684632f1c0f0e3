import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sayFailed, sayUndo } from '@/components/toast'
import type { NextAction } from '@/features/intelligence/list-next-actions'
import type { HeldChange } from './held-change'
import { createHeldChanges } from './held-changes'
import type { Kept } from './held-journal'

vi.mock('@/components/toast')

const done = (touchId: string, contactId = 'mia'): HeldChange => ({
  kind: 'done',
  action: { contactId, action: 'touch', purpose: 'reconnect', name: 'Mia' } as unknown as NextAction,
  touch: { id: touchId, channel: 'call' },
  fact: { eventId: `fact of ${touchId}`, type: 'INVITE_SENT', source: 'manual' },
})

const start = (member = 'ana', left: Kept[] = []) => {
  let kept = left
  let counted = () => undefined as void
  const send = vi.fn((_: HeldChange, since: number, leaving: boolean) =>
    Promise.resolve(void [since, leaving]),
  )
  const held = createHeldChanges({
    member: () => member,
    send,
    refresh: () => new Promise<void>((resolve) => (counted = resolve)),
    journal: { write: (next) => (kept = next), read: () => kept },
  })
  return { held, send, kept: () => kept, count: () => counted() }
}

const states = (held: ReturnType<typeof start>['held']) => [...held.gone().values()].map(({ state }) => state)
const undoLast = () => vi.mocked(sayUndo).mock.lastCall?.[1]()

beforeEach(() => {
  vi.clearAllMocks()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

describe('a held change', () => {
  it('can be undone for ten seconds, whatever page is open', async () => {
    const { held, send, kept } = start()
    held.hold(done('1'), 'Logged')
    await vi.advanceTimersByTimeAsync(9_000)
    undoLast()
    expect(held.gone().size).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).not.toHaveBeenCalled()
    expect(kept()).toEqual([])
  })

  it('is added to the day’s numbers until they contain it, and hides its row a little longer', async () => {
    const { held, count } = start()
    held.hold(done('1'), 'Logged')
    expect(states(held)).toEqual(['held'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(states(held)).toEqual(['sent'])
    count()
    await vi.advanceTimersByTimeAsync(5_999)
    expect(states(held)).toEqual(['counted'])
    await vi.advanceTimersByTimeAsync(1)
    expect(states(held)).toEqual([])
  })

  it('leaves with the page, and stays in the journal until it has arrived', async () => {
    const { held, send, kept } = start()
    send.mockRejectedValueOnce(new Error('gone'))
    held.hold(done('1'), 'Logged')
    held.leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(send.mock.calls[0]?.[2]).toBe(true)
    expect(kept()).toMatchObject([{ member: 'ana', change: { touch: { id: '1' } } }])
    expect(sayFailed).not.toHaveBeenCalled()
  })

  it('of a page that was killed is sent by the next one, in nobody else’s name', async () => {
    const { held, send, kept } = start()
    held.hold(done('1'), 'Logged')
    const other = start('bob', kept())
    other.held.resume()
    const next = start('ana', kept())
    next.held.resume()
    await vi.advanceTimersByTimeAsync(0)
    expect(other.send).not.toHaveBeenCalled()
    expect(next.send.mock.calls).toEqual([[done('1'), Date.now(), false]])
    expect(next.kept()).toEqual([])
    expect(send).not.toHaveBeenCalled()
  })

  it('that is refused comes back, and the second try is the same touch and fact', async () => {
    const { held, send } = start()
    send.mockRejectedValueOnce(new Error('refused'))
    held.hold(done('1'), 'Logged')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(held.gone().size).toBe(0)
    expect(sayFailed).toHaveBeenCalledTimes(1)
    held.hold(done('2'), 'Logged')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(send.mock.calls[1]?.[0]).toEqual(done('1'))
  })

  it('of the next member is not taken for the last one’s second try', async () => {
    const { held, send } = start()
    send.mockRejectedValueOnce(new Error('refused'))
    held.hold(done('1'), 'Logged')
    await vi.advanceTimersByTimeAsync(10_000)
    held.stop()
    held.hold(done('2'), 'Logged')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(send.mock.calls[1]?.[0]).toEqual(done('2'))
  })

  it('is sent before a sign-out, which stops when one is refused', async () => {
    const { held, send, kept } = start()
    held.hold(done('1'), 'Logged')
    await held.finish()
    expect(send).toHaveBeenCalledTimes(1)
    expect(kept()).toEqual([])
    send.mockRejectedValueOnce(new Error('refused'))
    held.hold(done('2', 'bo'), 'Logged')
    await expect(held.finish()).rejects.toThrow('refused')
  })

  it('stays in the journal when the server ended the session', async () => {
    const { held, send, kept } = start()
    held.hold(done('1'), 'Logged')
    held.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).not.toHaveBeenCalled()
    expect(held.gone().size).toBe(0)
    expect(kept()).toHaveLength(1)
  })
})
