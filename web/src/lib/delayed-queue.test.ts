import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDelayedQueue } from './delayed-queue'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a delayed log', () => {
  it('is sent once when its ten seconds have run out', () => {
    const send = vi.fn()
    createDelayedQueue<string>(10_000, send).add('a', 'call')
    vi.advanceTimersByTime(9_999)
    expect(send).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(send.mock.calls).toEqual([['a', 'call', false]])
  })

  it('is never sent when it was undone in time', () => {
    const send = vi.fn()
    const queue = createDelayedQueue<string>(10_000, send)
    queue.add('a', 'call')
    expect(queue.undo('a')).toBe(true)
    vi.advanceTimersByTime(60_000)
    queue.flush()
    expect(send).not.toHaveBeenCalled()
  })

  it('cannot be undone after it went', () => {
    const queue = createDelayedQueue<string>(10_000, vi.fn())
    queue.add('a', 'call')
    vi.advanceTimersByTime(10_000)
    expect(queue.undo('a')).toBe(false)
  })

  it('goes at once, and only once, when the page goes away', () => {
    const send = vi.fn()
    const queue = createDelayedQueue<string>(10_000, send)
    queue.add('a', 'call')
    queue.add('b', 'note')
    queue.flush(true)
    vi.advanceTimersByTime(60_000)
    expect(send.mock.calls).toEqual([
      ['a', 'call', true],
      ['b', 'note', true],
    ])
    expect(queue.size()).toBe(0)
  })
})
