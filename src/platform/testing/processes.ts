import { randomUUID } from 'node:crypto'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const ROOT = resolve(import.meta.dirname, '../../..')

/** One `naru server` or `naru worker`, as production runs it. */
export interface NaruProcess {
  readonly pid: number
  /** Where it answers; a worker answers nowhere. */
  readonly url: string
  /** Everything it printed so far. */
  readonly output: () => string
  /** Resolves once it answers or works. Rejects with what it printed when it ends before that. */
  readonly ready: Promise<void>
  /** Ends it as systemd would and resolves to its exit code. */
  readonly stop: () => Promise<number | null>
  /** Memory that it holds, in bytes. */
  readonly memory: () => number
  /** Seconds of processor time that it has used. */
  readonly processorSeconds: () => number
}

const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 45_000
const READY = { server: /Naru answers at/, worker: /Naru works\./ } as const
/** Of the kernel, whatever the machine. */
const TICKS_PER_SECOND = 100

/** Starts the command on the database that `environment` names; `port` 0 is for workers, who need none. */
export function startProcess(
  word: 'server' | 'worker',
  environment: Readonly<Record<string, string>>,
  port: number,
): NaruProcess {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['src/app/naru.js', word], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', BASE_URL: url, ...environment, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const ready = untilReady(child, () => READY[word].test(output)).catch((error: Error) => {
    throw new Error(`naru ${word}: ${error.message}\n${output}`)
  })
  // Whoever does not wait for it still stops it.
  ready.catch(() => {})
  const { pid = 0 } = child
  return {
    pid,
    url,
    output: () => output,
    ready,
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
      return exited.finally(() => clearTimeout(late))
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    processorSeconds: () => processorSecondsOf(pid),
  }
}

async function untilReady(child: ChildProcess, isReady: () => boolean): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS
  while (!isReady()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('ended before it was ready')
    if (performance.now() > deadline) throw new Error(`is not ready after ${START_LIMIT_MS / 1000} s`)
    await pause(20)
  }
}

/** Processor time that a process of this machine has used. */
export function processorSecondsOf(pid: number): number {
  // The name of the program stands in brackets and may hold spaces; user and system time are the 14th and 15th field.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Ports of this machine that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(
    servers.map((server) => {
      server.close()
      return once(server, 'close')
    }),
  )
  return ports
}

/** An empty database on a server, with a data directory beside it. */
export interface Installation {
  /** What every process on it is given. */
  readonly environment: Readonly<Record<string, string>>
  readonly databaseUrl: string
  readonly dataDir: string
  /** Takes both away. */
  readonly remove: () => Promise<void>
}

/** Makes a database on the server of `serverUrl`, which must allow that. */
export async function openInstallation(serverUrl: string): Promise<Installation> {
  const name = `naru_run_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await onServer(serverUrl, `create database ${name}`)
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-run-'))
  return {
    databaseUrl,
    dataDir,
    environment: {
      DATABASE_URL: databaseUrl,
      NARU_DATA_DIR: dataDir,
      NARU_SECRET: randomUUID() + randomUUID(),
      NARU_DEMO: 'false',
    },
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
      await onServer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
