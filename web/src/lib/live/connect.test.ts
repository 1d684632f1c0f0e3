import { HubConnectionBuilder } from '@microsoft/signalr'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connect } from './connect'

const start = vi.fn<() => Promise<void>>()
const connection = { start, stop: vi.fn(), on: vi.fn(), onreconnected: vi.fn() }
vi.spyOn(HubConnectionBuilder.prototype, 'build').mockReturnValue(connection as never)

const onBack = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

it('asks everything again when the first start came late, and not when it came at once', async () => {
  start.mockResolvedValue()
  connect({ onTouched: vi.fn(), onBack })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onBack).not.toHaveBeenCalled()

  start.mockRejectedValueOnce(new Error('starting up')).mockRejectedValueOnce(new Error('starting up'))
  connect({ onTouched: vi.fn(), onBack })
  await vi.advanceTimersByTimeAsync(2_999)
  expect(onBack).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onBack).toHaveBeenCalledTimes(1)
})
