import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logTouch, logTouchLeaving } from '@/features/contacts/log-touch'
import { recordFact, recordFactLeaving } from '@/features/contacts/record-fact'
import type { NextAction } from '@/features/intelligence/list-next-actions'
import { type HeldChange, sendHeld } from './held-change'

vi.mock('@/features/contacts/log-touch')
vi.mock('@/features/contacts/record-fact')

const done: HeldChange = {
  kind: 'done',
  action: { contactId: 'mia' } as NextAction,
  touch: { id: 't', channel: 'call' },
  fact: { eventId: 'f', type: 'INVITE_SENT', source: 'manual' },
}
const never = new Promise<never>(() => undefined)

beforeEach(() => {
  vi.resetAllMocks()
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') })
})
afterEach(() => void vi.useRealTimers())

describe('sending a held Done', () => {
  it('tells the fact before the touch', async () => {
    vi.mocked(recordFact).mockReturnValue(never)
    void sendHeld(done, Date.now(), false)
    await vi.advanceTimersByTimeAsync(0)
    expect(recordFact).toHaveBeenCalledWith('mia', done.fact)
    expect(logTouch).not.toHaveBeenCalled()
  })

  it('from a page that goes away sends both at once and fails when one of them does', async () => {
    vi.mocked(recordFactLeaving).mockRejectedValue(new Error('lost'))
    vi.mocked(logTouchLeaving).mockReturnValue(never)
    await expect(sendHeld(done, Date.now(), true)).rejects.toThrow('lost')
    expect(logTouchLeaving).toHaveBeenCalledWith('mia', done.touch)
  })

  it('says when it happened if that is long ago', async () => {
    await sendHeld(done, Date.parse('2026-11-21T21:00:00Z'), false)
    const at = '2026-11-21T21:00:00.000Z'
    expect(recordFact).toHaveBeenCalledWith('mia', { ...done.fact, at })
    expect(logTouch).toHaveBeenCalledWith('mia', { ...done.touch, at })
  })
})
