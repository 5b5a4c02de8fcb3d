import process from 'node:process'
import { expect, test } from 'vitest'
import { freshDatabases, killOverAndOver } from './killing.ts'

const url = process.env.TEST_DATABASE_URL
/** The embedded database dies with the process, so there every work is cut off; a server goes on. */
const KILLS = url ? 3 : 7
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

test(
  'a process killed at each of its works loses nothing it had said and leaves nothing half done',
  { timeout: 300_000 },
  async () => {
    const { kills, lost, half, startsMs } = await killOverAndOver(KILLS, SEED, url ? freshDatabases(url) : null)
    expect([kills, lost, half], `KILL_SEED=${SEED}`).toEqual([KILLS, [], []])
    // Whatever else the machine does meanwhile only ever makes a start slower.
    expect(Math.min(...startsMs)).toBeLessThan(5000)
  },
)
