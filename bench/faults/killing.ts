import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { seededRandom } from '../../src/app/demo/random.ts'

const LIFE = new URL('../../src/app/testing/kills/life.ts', import.meta.url).pathname

/** At which of these a process is killed, in turn, and how long after it has begun at the latest, to start with. */
const KILLED_AT = {
  import: 400,
  request: 250,
  run: 1500,
  release: 500,
  sign: 900,
  list: 500,
  backup: 500,
} as const
const KINDS = Object.keys(KILLED_AT) as (keyof typeof KILLED_AT)[]

/** So that most are killed between their first work and the third, however fast the machine is at the moment. */
const adapted = (latestMs: number, works: number): number =>
  works === 0 ? Math.min(30_000, latestMs * 1.4) : works > 3 ? latestMs * 0.8 : latestMs

export interface Killed {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly half: readonly string[]
  /** From the start of a process that finds what a killed one left until it could answer, in milliseconds. */
  readonly startsMs: readonly number[]
  /** What processors worked for that, in milliseconds: on a busy machine less than the clock says. */
  readonly startsWorkMs: readonly number[]
}

interface Line {
  readonly readyMs?: number
  readonly readyWorkMs?: number
  readonly lost?: readonly string[]
  readonly half?: readonly string[]
  readonly working?: true
  readonly done?: object
}

/** A data directory is used for so many lives; then a new one begins, so that looking back stays quick. */
const LIVES = 50

/**
 * Starts a process over and over, kills it (`SIGKILL`) at a moment of chance while it works, and has the next one look
 * at what it left. `databaseUrl`: a fresh database for each data directory; null: embedded.
 */
export async function killOverAndOver(
  kills: number,
  seed: number,
  freshDatabase: (() => Promise<FreshDatabase>) | null,
  onKill: (count: number) => void = () => {},
): Promise<Killed> {
  const random = seededRandom(seed)
  const latest: Record<keyof typeof KILLED_AT, number> = { ...KILLED_AT }
  const total = {
    kills: 0,
    acknowledged: 0,
    lost: [] as string[],
    half: [] as string[],
    startsMs: [] as number[],
    startsWorkMs: [] as number[],
  }
  while (total.kills < kills) {
    const dataDir = mkdtempSync(join(tmpdir(), 'naru-kills-'))
    const database = await freshDatabase?.()
    const acknowledged: object[] = []
    const path = join(dataDir, 'acknowledged.json')
    let isFirst = true
    const live = async (kind: string, waitMs: number | null): Promise<number> => {
      let works = 0
      writeFileSync(path, JSON.stringify(acknowledged))
      const lines = await liveOnce([kind, `L${total.kills}`, path], environmentOf(dataDir, database?.url), waitMs)
      for (const { readyMs, readyWorkMs = 0, lost = [], half = [], done } of lines) {
        if (readyMs !== undefined && !isFirst) {
          total.startsMs.push(readyMs)
          total.startsWorkMs.push(readyWorkMs)
        }
        total.lost.push(...lost)
        total.half.push(...half)
        if (!done) continue
        acknowledged.push(done)
        works++
      }
      isFirst = false
      return works
    }
    try {
      const last = Math.min(kills, total.kills + LIVES)
      for (; total.kills < last; total.kills++) {
        const kind = KINDS[total.kills % KINDS.length]!
        latest[kind] = adapted(latest[kind], await live(kind, random.integer(0, Math.round(latest[kind]))))
        onKill(total.kills + 1)
      }
      await live('rest', null)
      total.acknowledged += acknowledged.length
    } finally {
      await database?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  return total
}

export interface FreshDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** Makes databases on the server of `url`, each of its own. */
export const freshDatabases = (url: string) => async (): Promise<FreshDatabase> => {
  const name = `naru_kills_${randomBytes(6).toString('hex')}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { url: own, drop: () => ask(`drop database if exists ${name} with (force)`) }
}

function environmentOf(dataDir: string, databaseUrl: string | undefined): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env
  return {
    PATH,
    TMPDIR,
    NARU_DATA_DIR: dataDir,
    NARU_SECRET: 'a secret that only killed processes know',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
}

/** What a process says from its start to its end; `waitMs`: so long after it began to work it is killed. */
async function liveOnce(args: readonly string[], env: NodeJS.ProcessEnv, waitMs: number | null): Promise<Line[]> {
  const child = spawn(process.execPath, [LIFE, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  let output = ''
  let errors = ''
  const working = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('"working":true')) resolve()
    })
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  if (waitMs !== null) await Promise.race([working, ended]).then(() => killAfter(child, waitMs, ended))
  await ended
  const isKilled = child.signalCode === 'SIGKILL'
  if (isKilled !== (waitMs !== null) || (!isKilled && child.exitCode !== 0)) {
    throw new Error(`A process ended by itself (${args.join(' ')}):\n${errors.slice(-4000)}`)
  }
  // The last line may have been cut in half by the kill.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n')
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line)
}

async function killAfter(child: ChildProcess, waitMs: number, ended: Promise<unknown>): Promise<void> {
  await Promise.race([pause(waitMs), ended])
  child.kill('SIGKILL')
}
