import { asOwner } from '../../../platform/database/reach.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes, type Instant } from '../../../kernel/instant.ts'
import { fixedClock } from '../../../platform/clock.ts'
import { readConfig } from '../../../platform/config.ts'
import { openTestDatabase } from '../../../platform/database/testing.ts'
import { createLog } from '../../../platform/log.ts'
import { assemblePlatform } from '../../../platform/open.ts'
import type { TestPlatform } from '../../../platform/testing.ts'
import { type Random, seededRandom } from '../../demo/random.ts'
import { modules } from '../../modules.ts'
import { createApp } from '../../server.ts'
import { type Background, backgroundOf } from './background.ts'
import { type Scissors, scissorsFor } from './cut-connection.ts'
import { type Deed, type Phase, type Prepared } from './deed.ts'
import { agreementDeeds } from './deeds/agreements.ts'
import { dayDeeds } from './deeds/day.ts'
import { lookAround, lookEverywhere } from './deeds/look.ts'
import { requestDeeds } from './deeds/requests.ts'
import { resultDeeds } from './deeds/results.ts'
import { scheduleDeeds } from './deeds/schedule.ts'
import { breachesOf } from './invariants.ts'
import { observeChanges } from './observed-changes.ts'
import { Answered, type Player } from './player.ts'
import { type World, type WorldParts, buildStrangers, buildWorld, playersOf } from './world.ts'

const DEEDS: readonly Deed[] = [
  ...requestDeeds,
  ...scheduleDeeds,
  ...dayDeeds,
  ...agreementDeeds,
  ...resultDeeds,
  lookAround,
]

const START: Instant = '2020-10-26T06:00:00.000Z'
const DAY_MINUTES = 24 * 60

/** How many steps of a run fall into a phase, and from when on it plays. The event is on the second day. */
const PLAN: readonly { readonly phase: Phase; readonly steps: number; readonly atMinute: number }[] = [
  { phase: 'asking', steps: 14, atMinute: 1 },
  { phase: 'planning', steps: 14, atMinute: 10 * 60 },
  { phase: 'day', steps: 10, atMinute: DAY_MINUTES + 10 },
  { phase: 'after', steps: 32, atMinute: 2 * DAY_MINUTES },
]

/** What befell a run, to be read when it breaks a law. */
export interface Run {
  readonly seed: number
  /** Every step as it went: who did what and what came of it. */
  readonly steps: readonly string[]
  /** Laws that were broken, and answers that say that the program failed. */
  readonly broken: readonly string[]
  readonly counts: Readonly<Record<'done' | 'refused' | 'cut' | 'twice' | 'atOnce' | 'strangers', number>>
}

export interface Simulator {
  /** Plays a programme from its first request to its last article. The same seed gives the same run. */
  play(seed: number): Promise<Run>
  close(): Promise<void>
}

/** Opens a database, embedded or of `url`, with the whole server over it. Each run adds a programme of its own. */
export async function openSimulator(url = process.env.TEST_DATABASE_URL): Promise<Simulator> {
  const database = await openTestDatabase(url && withoutWaiting(url))
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-simulation-'))
  const defects: string[] = []
  const config = readConfig({
    NARU_DATA_DIR: dataDir,
    NARU_SECRET: 'a secret that only simulations know',
    LOG_LEVEL: 'error',
  })
  const scissors = scissorsFor(database)
  const log = createLog(config, { write: (line) => void defects.push(line) })
  const platform: TestPlatform = assemblePlatform({ config, database, clock: fixedClock(START), log, timers: false })
  await platform.jobs.start()
  const app = createApp(platform, database, { modules, webDirectory: null })
  const parts: WorldParts = {
    platform,
    fetch: (request) => app.fetch(request),
    strangers: await buildStrangers(platform),
  }
  const background = await backgroundOf(platform, modules, scissors)
  await observeChanges(database)
  return {
    play: (seed) => playRun({ parts, scissors, background, defects }, seed),
    async close() {
      await platform.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Nobody pulls the plug of the server here: its commits need not wait for the disk. */
function withoutWaiting(url: string): string {
  const quick = new URL(url)
  quick.searchParams.set('options', '-c synchronous_commit=off -c jit=off')
  return quick.href
}

interface Stage {
  readonly parts: WorldParts
  readonly scissors: Scissors
  readonly background: Background
  /** Lines of the log. */
  readonly defects: string[]
}

interface Play extends Stage {
  readonly world: World
  readonly random: Random
  readonly steps: string[]
  readonly broken: string[]
  readonly counts: Record<keyof Run['counts'], number>
}

async function playRun(stage: Stage, seed: number): Promise<Run> {
  const { clock, database } = stage.parts.platform
  clock.set(START)
  stage.defects.length = 0
  const world = await buildWorld(stage.parts, seed)
  await asOwner(() => database.pool.query('delete from simulation.change'))
  const counts = { done: 0, refused: 0, cut: 0, twice: 0, atOnce: 0, strangers: 0 }
  const play: Play = { ...stage, world, random: seededRandom(seed), steps: [], broken: [], counts }
  try {
    for (const { phase, steps, atMinute } of PLAN) {
      clock.set(addMinutes(START, atMinute))
      for (let step = 0; step < steps; step++) await playStep(play, phase)
    }
    await stage.background.finish()
    await lookEverywhere(world, play.random)
    play.broken.push(...(await breachesOf(world)), ...world.markers.leaks)
  } catch (error) {
    play.broken.push(`the run came to its end: ${(error as Error).stack ?? String(error)}`)
  }
  return { seed, steps: play.steps, broken: play.broken, counts }
}

/** Time goes on, sometimes back; somebody does something; sometimes the background has its turn. */
async function playStep(play: Play, phase: Phase): Promise<void> {
  // A stream of its own for each step: what came of the last one does not change what is drawn for the next.
  const random = seededRandom(play.random.integer(0, 2 ** 31))
  const { world, background, steps } = play
  const { clock } = world.platform
  clock.advance(random.chance(0.03) ? -60 : random.integer(0, phase === 'after' ? 600 : 20))
  if (random.chance(phase === 'after' ? 0.3 : 0.1)) await background.listen(random)
  if (random.chance(0.08)) await background.work(random)
  const found = await findDeed(world, random, phase)
  if (!found) return
  const by = random.chance(0.07) ? playersOf(world) : found.by
  const player = random.pick(by)
  const outcome = await playDeed(play, random, found, player)
  steps.push(`${clock.now()} ${player.name}: ${found.name}: ${outcome}`)
}

/** Something for which there is what it takes, and somebody to do it. */
async function findDeed(world: World, random: Random, phase: Phase): Promise<(Prepared & { name: string }) | null> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const deed = random.pickWeighted(DEEDS, ({ likely }) => likely[phase] ?? 0)
    const prepared = await deed?.prepare(world, random)
    if (deed && prepared && prepared.by.length > 0) return { ...prepared, name: deed.name }
  }
  return null
}

/** As it should be, or with one of the faults that a deed may meet. */
async function playDeed(play: Play, random: Random, { call, by }: Prepared, player: Player): Promise<string> {
  const { scissors, counts, world } = play
  if (world.strangers.includes(player)) counts.strangers++
  const fault = random.next()
  if (fault < 0.12) {
    scissors.arm(random.integer(2, 9), random.chance(0.5) ? 'before' : 'after')
    const first = await answerOf(call(player))
    if (!scissors.disarm()) return judge(play, first)
    counts.cut++
    takeDefects(play)
    // Nobody knows whether it was done, so whoever did it does it again.
    return `connection cut (${first}), again ${judge(play, await answerOf(call(player)))}`
  }
  if (fault < 0.2) {
    counts.twice++
    const both = await Promise.all([answerOf(call(player)), answerOf(call(player))])
    return `twice at once: ${both.map((each) => judge(play, each)).join(', ')}`
  }
  if (fault < 0.28) {
    counts.atOnce++
    const other = random.pick(by.length > 0 ? by : [player])
    const both = await Promise.all([answerOf(call(player)), answerOf(call(other))])
    return `at once with ${other.name}: ${both.map((each) => judge(play, each)).join(', ')}`
  }
  return judge(play, await answerOf(call(player)))
}

/** `done`, or status and code of the answer. */
const answerOf = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Answered) return error.message
      throw error
    },
  )

/** Counts an answer; one that says that the program failed breaks the run, with what the log says of it. */
function judge(play: Play, answer: string): string {
  if (answer === 'done') play.counts.done++
  else play.counts.refused++
  const defects = takeDefects(play)
  if (/^5\d\d/.test(answer)) play.broken.push(`nothing fails: ${answer} ${defects.join(' ')}`)
  return answer
}

const takeDefects = ({ defects }: Play): string[] => defects.splice(0)
