import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { copyPrepared } from './prepared-data.ts'

const ROOT = resolve(import.meta.dirname, '..')
const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 15_000

/** As the driver reads it: bigint, numeric and the like as text. */
type Row = Readonly<Record<string, unknown>>

export interface RunningApp {
  /** Without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** From the start of the process to its first answer. */
  readonly startMs: number
  /** Everything it printed so far. */
  readonly output: () => string
  /** The sign-in links of the demo programme by role, in the order printed. */
  readonly signInLinks: ReadonlyMap<string, string>
  /** Looks into the embedded database from outside, past the application. */
  readonly look: (sql: string) => Promise<Row[]>
  /** Ends it as a terminal would and removes its data. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut of the process would; the data stays for `startApp({ dataDir })`. */
  readonly kill: () => Promise<void>
}

export interface AppChoice {
  /** Goes on with a data folder that is there; without it a copy of the demo programme's. */
  readonly dataDir?: string
  readonly environment?: Readonly<Record<string, string>>
  /** How its address is written; passkeys need a name. */
  readonly hostname?: string
  /** Where it was before it was killed; without it a free one. */
  readonly port?: number
}

/** Starts `naru start` on a free port and waits until it answers and has said how to sign in. */
export async function startApp({
  dataDir = copyPrepared('demo'),
  environment = {},
  hostname = '127.0.0.1',
  port: given,
}: AppChoice = {}): Promise<RunningApp> {
  const port = given ?? (await freePort())
  const url = `http://${hostname}:${port}`
  // The socket of the embedded database lies here, where nobody else's is.
  const temporary = join(dataDir, 'tmp')
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const startedMs = performance.now()
  const child = spawn(process.execPath, ['src/app/naru.js', 'start'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NARU_DATA_DIR: dataDir,
      TMPDIR: temporary,
      PORT: String(port),
      BASE_URL: url,
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  let hasEnded = false
  const exited = once(child, 'exit').then(() => (hasEnded = true))

  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await exited
    clearTimeout(late)
    rmSync(dataDir, { recursive: true, force: true })
  }
  const until = async (isSo: () => boolean | Promise<boolean>, what: string) => {
    while (!(await isSo())) {
      if (hasEnded) throw new Error(`Naru ended before it ${what}:\n${output}`)
      if (performance.now() - startedMs > START_LIMIT_MS) {
        await kill()
        throw new Error(`Naru has not ${what} within ${START_LIMIT_MS / 1000} s:\n${output}`)
      }
      await pause(20)
    }
  }
  await until(() => answers(url), 'answered')
  const startMs = performance.now() - startedMs
  await until(() => /is running at [^]*\n\n/.test(output), 'said how to sign in')
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    startMs,
    output: () => output,
    signInLinks: readLinks(output),
    look: (sql) => look(temporary, sql),
    stop,
    kill,
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** A port of this machine that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

const readLinks = (output: string): Map<string, string> =>
  new Map(
    [...output.matchAll(/^ {2}([a-z-]+) +(https?:\S+\/sign-in\/\S+)$/gm)].map(([, role = '', link = '']) => [
      role,
      link,
    ]),
  )

async function look(temporary: string, sql: string): Promise<Row[]> {
  const [socket] = readdirSync(temporary).filter((name) => name.startsWith('naru-'))
  if (socket === undefined) throw new Error('The app has no embedded database')
  const client = new pg.Client({ host: join(temporary, socket), user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
