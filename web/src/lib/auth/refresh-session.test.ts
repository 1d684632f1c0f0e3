import axios from 'axios'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accessToken } from './access-token'
import { ensureSession } from './ensure-session'
import { refreshSession } from './refresh-session'
import { currentMe, endSession, onTakeover, type Session, startSession } from './session'

vi.stubGlobal('navigator', {})

const session = (id: string, workspace = 'nordlys') =>
  ({ accessToken: `token of ${id}`, me: { id, workspace: { id: workspace } } }) as Session

const answer = vi.spyOn(axios, 'post')
const takenOver = vi.fn()
onTakeover(takenOver)

beforeEach(() => {
  vi.clearAllMocks()
  endSession()
  startSession(session('ana'))
})

describe('a refresh', () => {
  it('goes on with the same member', async () => {
    answer.mockResolvedValue({ data: { data: { ...session('ana'), accessToken: 'newer' } } })
    await refreshSession()
    expect(accessToken()).toBe('newer')
    expect(takenOver).not.toHaveBeenCalled()
  })

  it.each([
    ['another member', session('mia')],
    ['another workspace', session('ana', 'fjord')],
  ])('that finds %s behind the cookie stops this tab', async (_, other) => {
    answer.mockResolvedValue({ data: { data: other } })
    await expect(refreshSession()).rejects.toThrow()
    expect(takenOver).toHaveBeenCalledTimes(1)
    expect(currentMe()?.workspace.id).toBe('nordlys')
    // What this tab has not sent yet still goes out under its own name.
    expect(accessToken()).toBe('token of ana')
  })

  it('is not asked for by itself after the session has ended', async () => {
    endSession()
    expect(await ensureSession()).toBe(false)
    expect(answer).not.toHaveBeenCalled()
  })

  it('opens a session for whoever signs in after that', async () => {
    endSession()
    answer.mockResolvedValue({ data: { data: session('mia') } })
    await refreshSession()
    expect(currentMe()?.id).toBe('mia')
    expect(takenOver).not.toHaveBeenCalled()
  })
})
