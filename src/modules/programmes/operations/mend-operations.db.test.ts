import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReadiness } from '../../../platform/health.ts'
import { defineJob } from '../../../platform/jobs.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../testing/build-programme.ts'
import { readInstallation, retryJob, retryMail } from './mend-operations.ts'

const chore = defineJob('programmes.test-chore')

let platform: TestPlatform
let programmeId: string
beforeAll(async () => {
  platform = await openTestPlatform()
  ;({ programmeId } = await buildProgramme(platform))
})
afterAll(() => platform.close())

/** An operator whom the installation's settings name. */
async function administrator() {
  const email = `admin-${platform.newId()}@example.org`
  const actor = await buildActor(platform, 'operator', { programmeId })
  await platform.database.pool.query('update person set email = $1 where id = $2', [email, actor.personId])
  platform = { ...platform, config: { ...platform.config, administrators: [email] } }
  return actor
}

const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)
const run = (sql: string, ...values: unknown[]) => platform.database.authPool.query(sql, values)

test('the administrator sees what failed without a word about people, and runs it again', async () => {
  const operator = await administrator()
  const jobId = (await platform.jobs.send(chore, {}))!
  await run(`update job.job set state = 'failed', completed_on = now() where id = $1`, jobId)
  const mail = { toAddress: 'kim@example.org', toName: 'Kim', locale: 'ko', subject: 's', text: 't' } as const
  const queued = await platform.mail.enqueue(platform.db, { ...mail, dedupeKey: 'invitation/kim@example.org' })
  const mailId = queued.ok ? queued.value : ''
  expect(code(await retryMail(platform, operator, { programmeId, mailId }))).toBe('programmes.absent')
  await run(`update mail set status = 'failed', last_error = '550 <kim@example.org> unknown' where id = $1`, mailId)
  const seen = await readInstallation(platform, operator, { programmeId })
  if (!seen.ok) throw new Error(seen.refusal.code)
  expect(seen.value).toMatchObject({
    failedJobs: [{ id: jobId, name: 'programmes.test-chore' }],
    whole: {
      mails: { queued: 0, failed: 1 },
      unsentMails: [{ id: mailId, kind: 'invitation', error: '550 … unknown' }],
    },
  })
  expect(JSON.stringify(seen.value)).not.toMatch(/kim/i)
  for (const actor of [
    await buildActor(platform, 'broker', { programmeId }),
    await buildActor(platform, 'operator', { programmeId: (await buildProgramme(platform)).programmeId }),
  ]) {
    expect(code(await readInstallation(platform, actor, { programmeId }))).toBe('programmes.forbidden')
    expect(code(await retryJob(platform, actor, { programmeId, jobId }))).toBe('programmes.forbidden')
    expect(code(await retryMail(platform, actor, { programmeId, mailId }))).toBe('programmes.forbidden')
  }
  expect(code(await retryJob(platform, operator, { programmeId, jobId }))).toBe('ok')
  expect(code(await retryJob(platform, operator, { programmeId, jobId }))).toBe('programmes.absent')
  expect(code(await retryMail(platform, operator, { programmeId, mailId }))).toBe('ok')
  await platform.mail.deliver(mailId)
  expect(await readInstallation(platform, operator, { programmeId })).toMatchObject({
    value: { failedJobs: [], whole: { mails: { sent: 1, failed: 0 } } },
  })
})

test('another operator sees and mends the work of the own programme, and nothing of the installation', async () => {
  await administrator()
  const own = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId: own.programmeId })
  const failed = async (data: object) => {
    const jobId = (await platform.jobs.send(chore, data))!
    await run(`update job.job set state = 'failed', completed_on = now() where id = $1`, jobId)
    return jobId
  }
  const [ownJob, foreignJob, nobodys] = [
    await failed({ programmeId: own.programmeId }),
    await failed({ programmeId }),
    await failed({}),
  ]
  expect(await readInstallation(platform, operator, own)).toEqual({
    ok: true,
    value: {
      queues: [{ name: 'programmes.test-chore', waiting: 0, active: 0, failed: 1 }],
      failedJobs: [{ id: ownJob, name: 'programmes.test-chore', failedAt: expect.any(String) as string }],
      whole: null,
    },
  })
  const retry = async (jobId: string) => code(await retryJob(platform, operator, { ...own, jobId }))
  expect([await retry(foreignJob), await retry(nobodys), await retry(ownJob)]).toEqual([
    'programmes.absent',
    'programmes.absent',
    'ok',
  ])
  expect(code(await retryMail(platform, operator, { ...own, mailId: platform.newId() }))).toBe('programmes.absent')
})

test('without a setting the first account administers the installation; a token never does', async () => {
  const { rows } = await platform.database.pool.query<{ id: string }>(
    'select id from person order by created_at, id limit 1',
  )
  const grants = [{ programmeId, role: 'operator' as const, scopeId: null }]
  const first = { kind: 'person' as const, personId: rows[0]!.id, grants }
  const later = await buildActor(platform, 'operator', { programmeId })
  const whole = async (actor: typeof first | typeof later, administrators: readonly string[] | null) => {
    const seen = await readInstallation({ ...platform, config: { ...platform.config, administrators } }, actor, {
      programmeId,
    })
    return seen.ok && seen.value.whole !== null
  }
  expect([await whole(first, null), await whole(later, null), await whole(first, ['nobody@example.org'])]).toEqual([
    true,
    false,
    false,
  ])
  const token = { id: platform.newId(), scopes: [], limit: { limit: 1, remaining: 1, resetSeconds: 1 } }
  expect(await whole({ ...first, token } as never, null)).toBe(false)
})

test('a job that nobody takes up degrades, and so does what a module says', async () => {
  expect(await readReadiness(platform)).toEqual({ status: 'ready', parts: { database: 'ok', jobs: 'ok' } })
  await run(`insert into job.job (name, start_after) select 'programmes.test-chore', now() - interval '20 minutes'`)
  const hook = () => Promise.resolve({ lists: 'stale' })
  expect(await readReadiness(platform, [hook])).toEqual({
    status: 'degraded',
    parts: { database: 'ok', jobs: 'stuck', lists: 'stale' },
  })
  const broken = { ...platform, db: undefined } as never
  expect(await readReadiness(broken)).toEqual({ status: 'unavailable', parts: { database: 'unreachable' } })
})
