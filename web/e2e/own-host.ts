import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The host looks for its PostgreSQL where it is started.
const cwd = fileURLToPath(new URL('../../src/Host', import.meta.url))
const patience = 90_000

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const ready = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/** A host nobody has been to yet: FLOWSTATE_HOST names its dll, the database goes with it. */
export const startOwnHost = async (dll: string, settings: Record<string, string> = {}) => {
  // As root the database runs as somebody else, who must reach the folder.
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), 'flowstate-e2e-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const env = { ...process.env, Flowstate__DataDirectory: join(folder, 'data'), ...settings }
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  const host = spawn('dotnet', [dll, '--urls', url], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => host.once('exit', resolve))
  const stop = async () => {
    host.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const until = Date.now() + patience
  while (!(await ready(url))) {
    if (host.exitCode !== null || Date.now() > until) {
      await stop()
      throw new Error('The host did not become ready.')
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { url, stop, mail: join(folder, 'data', 'mail') }
}
