import process from 'node:process'
import { expect } from 'vitest'
import { seededRandom } from '../../src/app/demo/random.ts'

/**
 * Moments of chance at which a process is killed: other ones in every run, and the same ones again with the seed that
 * was printed, as `KILL_SEED=123 npm test -- --only journeys`.
 */
export function drawKillPoints(what: string): { readonly seed: number; readonly next: (maxMs: number) => number } {
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
  const random = seededRandom(seed)
  return {
    seed,
    next(maxMs) {
      const ms = random.integer(0, Math.round(maxMs))
      process.stdout.write(`${what}: killed after ${ms} ms (KILL_SEED=${seed})\n`)
      return ms
    },
  }
}

const RESTART_LIMIT_MS = 5_000

/**
 * A server that was killed answers again within five seconds. Judged by the quickest of several starts: a machine that
 * does other things at the time only ever makes them slower.
 */
export function expectQuickRestarts(what: string, startsMs: readonly number[]): void {
  process.stdout.write(`${what}: answered again after ${startsMs.map((ms) => `${Math.round(ms)} ms`).join(', ')}\n`)
  expect(Math.min(...startsMs)).toBeLessThan(RESTART_LIMIT_MS)
}
