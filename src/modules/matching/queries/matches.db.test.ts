import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildProfile } from '../../companies/testing/build-profile.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'
import { explainMatch } from './explain-match.ts'
import { listMatches } from './list-matches.ts'
import { readMatchRun } from './read-match-run.ts'
import { readShores } from './read-shores.ts'

let platform: TestPlatform
let shores: BuiltShores
beforeAll(async () => {
  platform = await openTestPlatform()
  shores = await buildShores(platform, 3)
  await rankProgramme(platform, shores.programmeId)
})
afterAll(() => platform.close())

const all = { minScore: 0, limit: 100 }
const list = async (actor: Actor, input: { companyId?: string; limit?: number; minScore?: number } = {}) => {
  const listed = await listMatches(platform, actor, { programmeId: shores.programmeId, ...all, ...input })
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.value
}

test('the operator sees every pair once, best first, with its strongest reasons', async () => {
  const { rows, total } = await list(shores.operator)
  expect(total).toBe(rows.length)
  expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).toSorted((a, b) => b - a))
  const [best] = rows
  const at = shores.here.findIndex(({ companyId }) => companyId === best!.company.id)
  expect(best).toMatchObject({
    company: { id: shores.here[at]!.companyId, profiles: 2, publishedProfiles: 2 },
    partner: { id: shores.there[at]!.companyId },
    shortlisted: false,
  })
  expect(best!.topReasons).toHaveLength(3)
  for (const { concept } of best!.topReasons) if (concept) expect(concept.label.en).toBeTruthy()
  expect(await list(shores.official)).toEqual({ rows, total })
})

test('a company reads the same pair from its own side', async () => {
  const seen = await list(shores.operator, { companyId: shores.here[0]!.companyId })
  const mirrored = await list(shores.operator, { companyId: shores.there[0]!.companyId })
  const [ours, theirs] = [seen.rows[0]!, mirrored.rows[0]!]
  expect([ours.company.id, ours.partner.id]).toEqual([theirs.partner.id, theirs.company.id])
  expect([ours.forward, ours.backward, ours.score]).toEqual([theirs.backward, theirs.forward, theirs.score])
  expect(ours.topReasons.map(({ direction }) => direction)).toEqual(
    theirs.topReasons.map(({ direction }) => ({ forward: 'backward', backward: 'forward', both: 'both' })[direction]),
  )
})

test('a representative sees the pairs of the own company and no drafts of others', async () => {
  const [own, other] = shores.here
  await buildProfile(platform, { programmeId: shores.programmeId, companyId: shores.there[0]!.companyId })
  const { rows } = await list(own!.actor)
  expect(new Set(rows.map(({ company }) => company.id))).toEqual(new Set([own!.companyId]))
  expect(rows.map(({ partner }) => partner.profiles - partner.publishedProfiles)).toEqual(rows.map(() => 0))
  expect(await list(own!.actor, { companyId: own!.companyId })).toEqual(await list(own!.actor))
  const { programmeId } = shores
  const refused = { ok: false, refusal: { code: 'matching.absent', kind: 'absent' } }
  expect(await listMatches(platform, own!.actor, { programmeId, companyId: other!.companyId, ...all })).toEqual(refused)
  const interpreter = await buildActor(platform, 'interpreter', { programmeId, scopeId: platform.newId() })
  expect(await listMatches(platform, interpreter, { programmeId, ...all })).toEqual(refused)
})

test('a list takes one statement however long it is', async () => {
  for (const limit of [1, 3]) {
    const { value, statements } = await countStatements(() => list(shores.operator, { limit }))
    expect([value.rows.length, statements.length]).toEqual([limit, 1])
  }
})

test('weak pairs can be left out', async () => {
  const { rows, total } = await list(shores.operator, { minScore: 30 })
  expect([rows.length, total]).toEqual([3, 3])
})

test('the account of a pair adds up to the score of the list, and points into the texts it comes with', async () => {
  const { programmeId, operator, here, there } = shores
  const pair = { programmeId, companyId: here[0]!.companyId, partnerId: there[0]!.companyId }
  const explained = await explainMatch(platform, operator, pair)
  if (!explained.ok) throw new Error(explained.refusal.code)
  const { score, reasons, gates, texts, company, partner } = explained.value
  const { rows } = await list(operator, { companyId: pair.companyId })
  expect([company.id, partner.id]).toEqual([pair.companyId, pair.partnerId])
  expect(score).toBe(rows.find((row) => row.partner.id === pair.partnerId)?.score)
  expect(Math.round(reasons.reduce((sum, { points }) => sum + points, 0) * 100) / 100).toBe(score)
  expect(gates.every(({ passed }) => passed)).toBe(true)
  const keyword = reasons.find(({ code }) => code === 'keyword')?.concept
  expect(company.technologyKeywords).toContain(keyword?.id)
  expect(keyword?.label).toEqual({ en: keyword?.id })
  const spans = reasons.flatMap(({ need, offer }) => [...need, ...offer])
  expect(spans.length).toBeGreaterThan(0)
  for (const { profileId, field, locale, start, end, surface } of spans) {
    const text = texts.find((one) => one.profileId === profileId && one.field === field && one.locale === locale)
    expect(text?.text.slice(start, end)).toBe(surface)
  }
})

test('the account goes with what is published now, and takes a second statement only after a change', async () => {
  const { programmeId, operator, here, there } = shores
  const pair = { programmeId, companyId: here[1]!.companyId, partnerId: there[0]!.companyId }
  const explain = async () => {
    const { value, statements } = await countStatements(() => explainMatch(platform, operator, pair))
    if (!value.ok) throw new Error(value.refusal.code)
    return { score: value.value.score, statements: statements.length }
  }
  const before = await explain()
  expect((await explain()).statements).toBe(1)
  platform.clock.advance(1)
  const words = { type: 'technology-offer', title: { en: 'Fibre laser for cutting glass' } } as const
  const sought = { type: 'technology-request', title: { en: 'X-ray inspection of welds' } } as const
  for (const said of [words, sought]) {
    await buildProfile(platform, { programmeId, companyId: here[1]!.companyId, ...said, published: true })
  }
  const after = await explain()
  expect([after.score > before.score, after.statements]).toEqual([true, 2])
})

test('companies of one side are told apart by the gate', async () => {
  const { programmeId, operator, here } = shores
  const pair = { programmeId, companyId: here[0]!.companyId, partnerId: here[1]!.companyId }
  const explained = await explainMatch(platform, operator, pair)
  expect(explained).toMatchObject({ ok: true, value: { score: 0, reasons: [] } })
  expect(explained.ok && explained.value.gates.filter(({ passed }) => !passed)).toEqual([
    { code: 'same-side', passed: false },
  ])
})

test('somebody who has published nothing can be explained too', async () => {
  const { programmeId, operator, there } = shores
  const { companyId } = await buildCompany(platform, { programmeId })
  const explained = await explainMatch(platform, operator, { programmeId, companyId, partnerId: there[0]!.companyId })
  expect(explained).toMatchObject({
    ok: true,
    value: { score: 0, reasons: [{ code: 'empty-profile', values: { whose: 'company' } }] },
  })
})

test('a pair is explained to its own two companies only', async () => {
  const { programmeId, here, there } = shores
  const pair = { programmeId, companyId: here[0]!.companyId, partnerId: there[0]!.companyId }
  const elsewhere = await buildShores(platform, 1)
  const allowed = await Promise.all(
    [here[0]!.actor, there[0]!.actor, here[1]!.actor, elsewhere.operator].map((actor) =>
      explainMatch(platform, actor, pair),
    ),
  )
  expect(allowed.map(({ ok }) => ok)).toEqual([true, true, false, false])
  const foreign = { ...pair, partnerId: elsewhere.there[0]!.companyId }
  expect(await explainMatch(platform, shores.operator, foreign)).toMatchObject({ refusal: { code: 'matching.absent' } })
})

test('the picture shows the best pairs and who is in nobody’s best', async () => {
  const fresh = await buildShores(platform, 2)
  const { programmeId, operator, here, there } = fresh
  const lonely = await buildCompany(platform, { programmeId })
  const words = { type: 'technology-offer', title: { en: 'Beekeeping' }, technologyKeywords: ['T-9'] } as const
  await buildProfile(platform, { programmeId, companyId: lonely.companyId, ...words, published: true })
  await rankProgramme(platform, programmeId)
  const { value: read, statements } = await countStatements(() =>
    readShores(platform, operator, { programmeId, perCompany: 1 }),
  )
  if (!read.ok) throw new Error(read.refusal.code)
  expect(statements).toHaveLength(1)
  const { companies, links, unseen } = read.value
  expect(companies).toHaveLength(5)
  expect(links.map(({ companyId, partnerId }) => `${companyId} ${partnerId}`)).toEqual(
    expect.arrayContaining([0, 1].map((at) => `${here[at]!.companyId} ${there[at]!.companyId}`)),
  )
  expect(unseen).toEqual([lonely.companyId])
})

test('progress and picture are for operator and official', async () => {
  const { programmeId, here, official } = shores
  expect((await readMatchRun(platform, official, { programmeId })).ok).toBe(true)
  expect((await readShores(platform, official, { programmeId, perCompany: 3 })).ok).toBe(true)
  const { actor } = here[0]!
  expect(await readMatchRun(platform, actor, { programmeId })).toMatchObject({ refusal: { code: 'matching.absent' } })
  expect(await readShores(platform, actor, { programmeId, perCompany: 3 })).toMatchObject({ ok: false })
})
