import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { type ProposeShortlists, proposeShortlists } from '../queries/propose-shortlists.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'
import { applyShortlists } from './apply-shortlists.ts'

let platform: TestPlatform
let shores: BuiltShores
let elsewhere: BuiltShores
beforeAll(async () => {
  platform = await openTestPlatform()
  shores = await buildShores(platform, 3)
  elsewhere = await buildShores(platform, 1)
})
afterAll(() => platform.close())

const asked = (changes: Partial<ProposeShortlists> = {}): ProposeShortlists => ({
  programmeId: shores.programmeId,
  exposureCap: 1,
  minScore: 0,
  companies: null,
  ...changes,
})

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const listed = async () =>
  (await platform.database.pool.query('select company_id, partner_id from shortlist_entry order by 1, 2')).rows

test('before the first ranking there is nothing to propose', async () => {
  expect(await proposeShortlists(platform, shores.operator, asked())).toMatchObject({
    refusal: { code: 'matching.not-ranked' },
  })
})

test('pairs are proposed evenly, applied to both shortlists, and applied again change nothing', async () => {
  await rankProgramme(platform, shores.programmeId)
  const counted = await countStatements(() => proposeShortlists(platform, shores.operator, asked()))
  expect(counted.statements).toHaveLength(1)
  const proposal = valueOf(counted.value)
  const own = shores.here.map(({ companyId }, at) => [companyId, shores.there[at]!.companyId])
  expect(proposal.pairs.map(({ a, b }) => [a, b]).toSorted()).toEqual(own.toSorted())
  expect(proposal.proposed).toEqual({ gini: 0, unseen: [] })
  expect(proposal.exposure).toHaveLength(6)
  expect(await listed()).toEqual([])
  const { runId } = proposal
  const applied = await countStatements(() => applyShortlists(platform, shores.operator, { ...asked(), runId }))
  expect(applied.value).toEqual({ ok: true, value: { added: 6 } })
  expect(applied.statements.length).toBeLessThanOrEqual(5)
  expect(await listed()).toHaveLength(6)
  expect(await applyShortlists(platform, shores.operator, { ...asked(), runId })).toEqual({
    ok: true,
    value: { added: 0 },
  })
  const { rows } = await platform.database.pool.query(
    `select count(*) from journal_entry where action = 'match.shortlisted' and programme_id = $1`,
    [shores.programmeId],
  )
  expect(rows).toEqual([{ count: 6 }])
})

test('an event names who takes part and how many each can meet', async () => {
  const [one, two] = [shores.here[0]!, shores.there[0]!]
  const companies = [
    { companyId: one.companyId, capacity: 2 },
    { companyId: two.companyId, capacity: 2 },
    { companyId: shores.there[1]!.companyId, capacity: 0 },
    { companyId: elsewhere.here[0]!.companyId, capacity: 9 },
  ]
  const proposal = valueOf(await proposeShortlists(platform, shores.operator, asked({ exposureCap: 5, companies })))
  expect(proposal.pairs).toMatchObject([{ a: one.companyId, b: two.companyId }])
  expect(proposal.proposed.unseen).toEqual([shores.there[1]!.companyId])
  expect(proposal.companies.map(({ id }) => id)).not.toContain(elsewhere.here[0]!.companyId)
})

test('a proposal of an older ranking is not applied, and nobody else proposes', async () => {
  const { runId } = valueOf(await proposeShortlists(platform, shores.operator, asked()))
  platform.clock.advance(1)
  await rankProgramme(platform, shores.programmeId)
  const stale = await applyShortlists(platform, shores.operator, { ...asked(), runId })
  expect(stale).toMatchObject({ refusal: { code: 'matching.ranking-changed', kind: 'conflict' } })
  for (const actor of [shores.official, shores.here[0]!.actor, elsewhere.operator]) {
    expect(await proposeShortlists(platform, actor, asked())).toMatchObject({ refusal: { code: 'matching.absent' } })
    expect(await applyShortlists(platform, actor, { ...asked(), runId })).toMatchObject({
      refusal: { code: 'matching.absent' },
    })
  }
})
