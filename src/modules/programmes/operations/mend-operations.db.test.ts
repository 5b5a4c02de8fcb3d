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

const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)
const run = (sql: string, ...values: unknown[]) => platform.database.authPool.query(sql, values)

test('the operator sees what failed without a word about people, and runs it again', async () => {
  const operator = await buildActor(platform, 'operator', { programmeId })
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
    mails: { queued: 0, failed: 1 },
    unsentMails: [{ id: mailId, kind: 'invitation', error: '550 … unknown' }],
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
    value: { failedJobs: [], mails: { sent: 1, failed: 0 } },
  })
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
