import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { transaction } from './database/handle.ts'
import { createJobs, defineJob } from './jobs.ts'
import { type TestPlatform, openTestPlatform } from './testing.ts'

const greet = defineJob('test.greet', { schema: z.object({ name: z.string() }) })
const flaky = defineJob('test.flaky', { retryLimit: 2, retryDelaySeconds: 1 })
const slow = defineJob('test.slow')
const lone = defineJob('test.lone', { schema: z.object({ n: z.number() }), oneAtATime: true })

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const until = async (condition: () => boolean) => {
  const deadline = performance.now() + 15_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited 15 s in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a job is run with what was sent; one of a rolled back transaction is not; a key waits once', async () => {
  const seen: string[] = []
  await transaction(platform.db, (trx) => platform.jobs.send(greet, { name: '김민수' }, { db: trx }))
  await transaction(platform.db, async (trx) => {
    await platform.jobs.send(greet, { name: 'nobody' }, { db: trx })
    throw new Error('rolled back')
  }).catch(() => {})
  const first = await platform.jobs.send(greet, { name: 'Анна' }, { singletonKey: 'anna' })
  const second = await platform.jobs.send(greet, { name: 'Анна 2' }, { singletonKey: 'anna' })
  expect([typeof first, second]).toEqual(['string', null])
  await platform.jobs.work(greet, async ({ data }) => void seen.push(data.name))
  await until(() => seen.length === 2)
  expect(seen.toSorted()).toEqual(['Анна', '김민수'].toSorted())
  // @ts-expect-error the data has another shape
  await expect(platform.jobs.send(greet, { nme: 'x' })).rejects.toThrow()
})

test('a job sent to an idle worker starts without waiting for the poll', async () => {
  const started = performance.now()
  let took = 0
  await platform.jobs.work(
    lone,
    async () => {
      took = performance.now() - started
    },
    { pollSeconds: 10 },
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  await platform.jobs.send(lone, { n: 1 })
  await until(() => took > 0)
  expect(took).toBeLessThan(3000)
})

test('a failed run is repeated', async () => {
  const runs: number[] = []
  await platform.jobs.send(flaky, {})
  await platform.jobs.work(
    flaky,
    async ({ retryCount }) => {
      runs.push(retryCount)
      if (retryCount === 0) throw new Error('not yet')
    },
    { pollSeconds: 0.5 },
  )
  await until(() => runs.length === 2)
  expect(runs).toEqual([0, 1])
})

test('stop lets a running handler end', async () => {
  const jobs = createJobs({ database: platform.database, log: platform.log, newId: platform.newId, timers: false })
  await jobs.start()
  let state = 'waiting'
  await jobs.work(slow, async () => {
    state = 'running'
    await new Promise((resolve) => setTimeout(resolve, 400))
    state = 'done'
  })
  await jobs.send(slow, {})
  await until(() => state === 'running')
  await jobs.stop()
  expect(state).toBe('done')
})

test('start on a prepared database takes no more than 0.4 s, a schedule is kept, stop ends it', async () => {
  const jobs = createJobs({ database: platform.database, log: platform.log, newId: platform.newId })
  const started = performance.now()
  await jobs.start()
  expect(performance.now() - started).toBeLessThan(400)
  await jobs.schedule(greet, '0 3 * * *', { name: 'nightly' }, { zone: 'Asia/Seoul' })
  const { rows } = await platform.database.pool.query('select name, cron, timezone from job.schedule')
  expect(rows).toEqual([{ name: 'test.greet', cron: '0 3 * * *', timezone: 'Asia/Seoul' }])
  await jobs.stop()
})
