/**
 * One life of a process that is to be killed: `node life.ts <kind> <life> <file of what was acknowledged>`. Opens what
 * the process before it left, looks back, says how long its start took, and then works and says of everything that it is done
 * until it is killed. The kind `rest` lets everything come to an end, looks back once more and ends by itself.
 */
import { readFileSync, writeSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../../platform/config.ts'
import { openPlatform } from '../../../platform/open.ts'
import { modules } from '../../modules.ts'
import { createApp } from '../../server.ts'
import { startWorker } from '../../worker.ts'
import { Markers } from '../chain/markers.ts'
import { apiOf } from '../chain/player.ts'
import { openHome } from './home.ts'
import { lookBack } from './look-back.ts'
import { type Acknowledged, type Kind, WORK } from './work.ts'

const [kind = 'rest', life = 'L0', path = ''] = process.argv.slice(2)
/** At once and not through a stream: what is said before a kill has been said. */
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const platform = await openPlatform({ ...readConfig(), logLevel: 'silent' })
platform.database.net.allUnlessSaid = true
const app = createApp(platform, platform.database, { modules, webDirectory: null })
const { user, system } = process.cpuUsage()
/** Until it can answer: by the clock, and what of that a processor worked for it. */
const ready = { readyMs: Math.round(performance.now()), readyWorkMs: Math.round((user + system) / 1000) }
const home = await openHome(platform)
const acknowledged = JSON.parse(readFileSync(path, 'utf8')) as Acknowledged[]

if (kind === 'rest') {
  const worker = await startWorker(platform, modules)
  await untilQuiet()
  await worker.stop()
  say({ ...ready, ...(await lookBack(platform, home, acknowledged, true)) })
  await platform.close()
} else {
  say({ ...ready, ...(await lookBack(platform, home, acknowledged, false)) })
  await startWorker(platform, modules)
  const api = (cookie: string) => {
    const reader = { name: 'Worker', email: 'worker@example.org' }
    return apiOf({ fetch: (request) => app.fetch(request), cookie, reader, markers: new Markers(0) })
  }
  const worker = {
    platform,
    home,
    life,
    api: api(home.cookie),
    guest: api(home.guestCookie),
    acknowledge: (done: Acknowledged) => void say({ done }),
  }
  say({ working: true })
  for (let round = 0; ; round++) await WORK[kind as Kind](worker, round)
}

/** Every listener has heard everything, and no job waits to be run now. */
async function untilQuiet(): Promise<void> {
  for (let quiet = 0; quiet < 3; await pause(250)) {
    const { rows } = await platform.database.pool.query<{ busy: boolean }>(`
      select exists (select from journal_cursor c where exists (select from journal_entry e
          where (e.era, e.tx, e.seq) > (c.era, c.tx, c.seq)))
        or exists (select from schedule_run where status in ('queued', 'running'))
        or exists (select from job.job where state in ('created', 'retry', 'active') and start_after <= now()
          and left(name, 2) <> '__') as busy`)
    quiet = rows[0]?.busy ? 0 : quiet + 1
  }
}
