import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '..')
export const RELAY_SECRET = 'a relay secret of the journeys'

const hasTurnServer = (): boolean => spawnSync('turnserver', ['--help'], { stdio: 'ignore' }).error === undefined

/** Whether coturn is here; installs it where that is allowed. */
export function findRelay(): boolean {
  if (hasTurnServer()) return true
  if (process.getuid?.() !== 0) return false
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'coturn'], { stdio: 'ignore', timeout: 120_000 })
  return hasTurnServer()
}

export interface Relay {
  readonly url: string
  readonly start: () => Promise<void>
  /** At once and without a word, as when a line is cut. */
  readonly cut: () => Promise<void>
}

/**
 * A coturn on this machine with the configuration that `naru turn-config` prints. `allowLoopback` lifts the one rule
 * that a test on one machine cannot live with.
 */
export async function prepareRelay(
  directory: string,
  { allowLoopback, ipv6 = false }: { allowLoopback: boolean; ipv6?: boolean },
): Promise<Relay> {
  const port = await freePort()
  const url = `turn:127.0.0.1:${port}?transport=udp`
  const environment = {
    ...process.env,
    BASE_URL: 'http://localhost',
    NARU_DATA_DIR: directory,
    NARU_TURN_URLS: url,
    NARU_TURN_SECRET: RELAY_SECRET,
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/app/naru.js', 'turn-config', '--port', String(port)],
    { cwd: ROOT, env: environment },
  )
  const loopback = ['allow-loopback-peers', 'allowed-peer-ip=127.0.0.1', '']
  const here = [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    ...(ipv6 ? ['relay-ip=::1'] : []),
    `pidfile=${join(directory, `${port}.pid`)}`,
    'log-file=stdout',
    '',
  ]
  const path = join(directory, `turn-${port}.conf`)
  writeFileSync(path, [stdout, ...here, ...(allowLoopback ? loopback : [])].join('\n'), { mode: 0o600 })
  let child: ChildProcess | null = null
  return {
    url,
    async start() {
      const started = spawn('turnserver', ['-c', path], { stdio: ['ignore', 'pipe', 'pipe'] })
      child = started
      let output = ''
      await new Promise<void>((ready, fail) => {
        const hear = (chunk: Buffer) => {
          output += chunk.toString()
          if (/UDP listener opened|IPv4. UDP listener/i.test(output)) ready()
        }
        started.stdout?.on('data', hear)
        started.stderr?.on('data', hear)
        started.once('exit', () => fail(new Error(`coturn ended:\n${output}`)))
        setTimeout(ready, 3000)
      })
      started.removeAllListeners('exit')
    },
    async cut() {
      if (!child || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      child = null
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
