import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildProfile } from '../../companies/testing/build-profile.ts'
import { runRankCompanies, startMatchingJobs } from '../jobs/rank-companies.ts'
import { listMatches } from '../queries/list-matches.ts'
import { readMatchRun } from '../queries/read-match-run.ts'
import { summariseMatching } from '../queries/summarise-matching.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'
import { startMatchRun } from './start-match-run.ts'
import { stopMatchRun } from './stop-match-run.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const pairsIn = async ({ programmeId, operator }: BuiltShores) => {
  const listed = await listMatches(platform, operator, { programmeId, minScore: 0, limit: 100 })
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.value.rows.map(({ company, partner }) => [company.id, partner.id])
}

const runOf = async ({ programmeId, operator }: BuiltShores) => {
  const read = await readMatchRun(platform, operator, { programmeId })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

const actionsOf = async (programmeId: string) => {
  const { rows } = await platform.database.pool.query<{ action: string; after: unknown }>(
    `select action, after from journal_entry where programme_id = $1 and action like 'match-run.%' order by seq`,
    [programmeId],
  )
  return rows.map(({ action, after }) => [action, after])
}

test('a run ranks the pairs of different sides and says so in the journal', async () => {
  const shores = await buildShores(platform)
  expect(await runOf(shores)).toBe(null)
  const runId = await rankProgramme(platform, shores.programmeId)
  const [first, second] = await pairsIn(shores)
  expect([first, second].map((pair) => pair?.join(' ')).toSorted()).toEqual(
    [0, 1].map((at) => `${shores.here[at]!.companyId} ${shores.there[at]!.companyId}`).toSorted(),
  )
  expect(await runOf(shores)).toMatchObject({
    id: runId,
    status: 'done',
    pairsDone: 4,
    pairsTotal: 4,
    changedProfiles: 0,
  })
  expect(await actionsOf(shores.programmeId)).toEqual([
    ['match-run.started', null],
    ['match-run.finished', { status: 'done', pairs: (await pairsIn(shores)).length }],
  ])
})

test('only one run goes on at a time, and only the operator starts it', async () => {
  const { programmeId, operator, official, here } = await buildShores(platform)
  const both = await Promise.all([
    startMatchRun(platform, operator, { programmeId }),
    startMatchRun(platform, operator, { programmeId }),
  ])
  expect(both.map((result) => (result.ok ? result.value.status : result.refusal.code)).toSorted()).toEqual([
    'matching.already-ranking',
    'queued',
  ])
  for (const actor of [official, here[0]!.actor, (await buildShores(platform)).operator]) {
    expect(await startMatchRun(platform, actor, { programmeId })).toMatchObject({
      refusal: { code: 'matching.absent' },
    })
  }
})

test('a stopped run leaves the pairs that were there', async () => {
  const shores = await buildShores(platform)
  const { programmeId, operator } = shores
  await rankProgramme(platform, programmeId)
  const before = await pairsIn(shores)
  const run = await startMatchRun(platform, operator, { programmeId })
  if (!run.ok) throw new Error(run.refusal.code)
  const runId = run.value.id
  const elsewhere = await buildShores(platform)
  expect(await stopMatchRun(platform, elsewhere.operator, { programmeId, runId })).toMatchObject({ ok: false })
  expect(await stopMatchRun(platform, elsewhere.operator, { programmeId: elsewhere.programmeId, runId })).toMatchObject(
    {
      refusal: { code: 'matching.not-ranking' },
    },
  )
  expect(await stopMatchRun(platform, operator, { programmeId, runId })).toEqual({ ok: true, value: null })
  await runRankCompanies(platform, { runId, programmeId })
  expect(await runOf(shores)).toMatchObject({ id: runId, status: 'stopped' })
  expect(await pairsIn(shores)).toEqual(before)
  expect(await stopMatchRun(platform, operator, { programmeId, runId })).toMatchObject({
    refusal: { code: 'matching.not-ranking' },
  })
})

// Before any test that lets jobs run by themselves.
test('a shut-down leaves the run to the next process', async () => {
  const shores = await buildShores(platform)
  const { programmeId, operator } = shores
  const run = await startMatchRun(platform, operator, { programmeId })
  if (!run.ok) throw new Error(run.refusal.code)
  await expect(
    runRankCompanies(platform, { runId: run.value.id, programmeId }, AbortSignal.abort(new Error('shutting down'))),
  ).rejects.toThrow('shutting down')
  expect(await runOf(shores)).toMatchObject({ status: 'running' })
})

test('a run whose process was killed starts again, and its result is kept once', async () => {
  const shores = await buildShores(platform)
  const { programmeId, operator } = shores
  const run = await startMatchRun(platform, operator, { programmeId })
  if (!run.ok) throw new Error(run.refusal.code)
  const runId = run.value.id
  await platform.database.pool.query(`update match_run set status = 'running', started_at = now() where id = $1`, [
    runId,
  ])
  await startMatchingJobs(platform)
  await expect.poll(async () => (await runOf(shores))?.status, { timeout: 20_000 }).toBe('done')
  const pairs = await pairsIn(shores)
  expect(pairs.length).toBeGreaterThanOrEqual(2)
  await runRankCompanies(platform, { runId, programmeId })
  expect((await actionsOf(programmeId)).map(([action]) => action)).toEqual(['match-run.started', 'match-run.finished'])
})

test('what was published since is counted, and the overview asks to rank again', async () => {
  const shores = await buildShores(platform)
  const { programmeId, operator, here } = shores
  const summary = () => summariseMatching(platform, operator, programmeId)
  expect(await summary()).toEqual({
    stage: 'matching',
    built: true,
    count: 0,
    attention: 8,
    facts: { pairs: 0, shortlisted: 0, interests: 0 },
    nextSteps: [{ code: 'rank-companies', count: 8 }],
  })
  await rankProgramme(platform, programmeId)
  const pairs = (await pairsIn(shores)).length
  const ranked = { count: pairs, attention: 0, facts: { pairs, shortlisted: 0, interests: 0 }, nextSteps: [] }
  expect(await summary()).toMatchObject(ranked)
  platform.clock.advance(1)
  await buildProfile(platform, { programmeId, companyId: here[0]!.companyId })
  expect(await summary()).toMatchObject(ranked)
  await buildProfile(platform, { programmeId, companyId: here[0]!.companyId, published: true })
  expect(await summary()).toMatchObject({ attention: 1, nextSteps: [{ code: 'rank-companies', count: 1 }] })
  expect(await runOf(shores)).toMatchObject({ changedProfiles: 1 })
})

test('with companies of one side only there is nothing to rank', async () => {
  const { programmeId, operator } = await buildShores(platform, 0)
  const { companyId } = await buildCompany(platform, { programmeId })
  await buildProfile(platform, { programmeId, companyId, published: true })
  expect(await summariseMatching(platform, operator, programmeId)).toMatchObject({ attention: 0, nextSteps: [] })
  await rankProgramme(platform, programmeId)
  const read = await readMatchRun(platform, operator, { programmeId })
  expect(read).toMatchObject({ ok: true, value: { status: 'done', pairsDone: 0, pairsTotal: 0 } })
})
