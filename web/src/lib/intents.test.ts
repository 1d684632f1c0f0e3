import { describe, expect, it, vi } from 'vitest'
import { createIntents } from './intents'

const call = { channel: 'call', note: 'Hi' }

describe('an intent', () => {
  it('keeps its id until it is answered', async () => {
    const intend = createIntents()
    const send = vi.fn((id: string) => Promise.resolve(id)).mockRejectedValueOnce(new Error('lost'))
    await expect(intend(call, send)).rejects.toThrow('lost')
    await intend({ ...call }, send)
    await intend(call, send)
    const [first, again, next] = send.mock.calls.map(([id]) => id)
    expect(again).toBe(first)
    expect(next).not.toBe(first)
  })

  it('is another one when its content is', async () => {
    const intend = createIntents()
    const send = vi.fn((id: string) => Promise.resolve(id)).mockRejectedValueOnce(new Error('lost'))
    await expect(intend(call, send)).rejects.toThrow()
    await intend({ ...call, note: 'Hi again' }, send)
    expect(send.mock.calls[1]?.[0]).not.toBe(send.mock.calls[0]?.[0])
  })
})
