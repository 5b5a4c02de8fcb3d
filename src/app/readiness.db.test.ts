import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../modules/accounts/index.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform()
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

const run = (text: string, values: readonly unknown[] = []) => platform.database.pool.query(text, [...values])

async function readyz(): Promise<[number, unknown]> {
  const response = await app.request('/readyz')
  return [response.status, await response.json()]
}

test('a watch list older than its programme allows, and work that nobody does, degrade what a monitor reads', async () => {
  expect(await readyz()).toEqual([200, { status: 'ready', database: 'ok', jobs: 'ok', lists: 'ok' }])
  const { programmeId } = await buildProgramme(platform)
  const [listId, versionId] = [platform.newId(), platform.newId()]
  const now = platform.clock.now()
  await run(
    `insert into screening_policy (programme_id, in_force, threshold, max_list_age_days, max_screening_age_days, updated_at)
     values ($1, true, 0.9, 2, 30, $2)`,
    [programmeId, now],
  )
  await run(
    `insert into watch_list (id, programme_id, code, name, format, created_at) values ($1, $2, 'test', 'Test', 'csv', $3)`,
    [listId, programmeId, now],
  )
  await run(
    `insert into watch_list_version (id, programme_id, list_id, number, file_name, sha256, entry_count, imported_at, confirmed_at)
     values ($1, $2, $3, 1, 'list.csv', repeat('0', 64), 1, $4, $4::timestamptz - interval '49 hours')`,
    [versionId, programmeId, listId, now],
  )
  await run('update watch_list set current_version_id = $1 where id = $2', [versionId, listId])
  expect(await readyz()).toEqual([200, { status: 'degraded', database: 'ok', jobs: 'ok', lists: 'stale' }])
  await run('update screening_policy set max_list_age_days = 3')
  expect(await readyz()).toEqual([200, { status: 'ready', database: 'ok', jobs: 'ok', lists: 'ok' }])
  await run(`insert into job.job (name, start_after) select 'mail.deliver', now() - interval '20 minutes'`)
  expect(await readyz()).toEqual([200, { status: 'degraded', database: 'ok', jobs: 'stuck', lists: 'ok' }])
})
