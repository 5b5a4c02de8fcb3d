import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { explainMatch } from '../queries/explain-match.ts'
import { listMatches } from '../queries/list-matches.ts'
import { listWeightings } from '../queries/list-weightings.ts'
import { previewWeighting } from '../queries/preview-weighting.ts'
import { readTechnologyMap } from '../queries/read-technology-map.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'
import { chooseWeighting, saveWeighting } from './choose-weighting.ts'
import { recordMatchFacts } from './record-match-facts.ts'

let platform: TestPlatform
let shores: BuiltShores
let elsewhere: BuiltShores
beforeAll(async () => {
  platform = await openTestPlatform()
  shores = await buildShores(platform, 2)
  elsewhere = await buildShores(platform, 1)
  await rankProgramme(platform, shores.programmeId)
})
afterAll(() => platform.close())

const TOPICS_ONLY = { topic: 2, wording: 0, embedding: 0 }

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const scores = async () => {
  const { programmeId, operator } = shores
  const { rows } = valueOf(await listMatches(platform, operator, { programmeId, minScore: 0, limit: 100 }))
  return rows.map(({ score }) => score)
}

test('a weighting is saved, previewed, chosen, ranked with, and switched back to the very same ranking', async () => {
  const { programmeId, operator, here, there } = shores
  const before = await scores()
  const command = { programmeId, note: 'Only what both name', ...TOPICS_ONLY }
  const { id, number } = valueOf(await saveWeighting(platform, operator, command))
  expect(number).toBe(1)
  const facts = { kind: 'accepted', companyId: here[0]!.companyId, partnerId: there[0]!.companyId } as const
  const fact = { ...facts, programmeId, sourceId: platform.newId(), happenedAt: platform.clock.now() }
  await recordMatchFacts(platform, [fact])
  await recordMatchFacts(platform, [fact])
  const counted = await countStatements(() => previewWeighting(platform, operator, { programmeId, ...TOPICS_ONLY }))
  expect(counted.statements).toHaveLength(3)
  expect(valueOf(counted.value)).toMatchObject({
    companies: 4,
    labels: [{ kind: 'accepted', pairs: 2, amongBestBefore: 2, amongBestAfter: 2 }],
  })
  expect(await scores()).toEqual(before)

  await chooseWeighting(platform, operator, { programmeId, weightingId: id })
  await chooseWeighting(platform, operator, { programmeId, weightingId: id })
  expect(await scores()).toEqual(before)
  platform.clock.advance(1)
  await rankProgramme(platform, programmeId)
  const changed = await scores()
  expect(changed).not.toEqual(before)
  const listed = valueOf(await listWeightings(platform, operator, { programmeId }))
  expect(listed).toMatchObject({
    rows: [{ id, number: 1, ...TOPICS_ONLY, note: 'Only what both name' }],
    chosenId: id,
    shownId: id,
    facts: { accepted: 1, declined: 0, met: 0, signed: 0 },
  })

  // The account of a pair is given under the weighting of the list, and its points still add up.
  const [best] = valueOf(await listMatches(platform, operator, { programmeId, minScore: 0, limit: 1 })).rows
  const pair = { programmeId, companyId: best!.company.id, partnerId: best!.partner.id }
  const explained = valueOf(await explainMatch(platform, operator, pair))
  expect(explained.score).toBe(best!.score)
  const sum = explained.reasons.reduce((total, { points }) => total + Math.round(points * 100), 0)
  expect(sum).toBe(Math.round(explained.score * 100))

  await chooseWeighting(platform, operator, { programmeId, weightingId: null })
  platform.clock.advance(1)
  await rankProgramme(platform, programmeId)
  expect(await scores()).toEqual(before)
  const { rows } = await platform.database.pool.query(
    `select action, after from journal_entry where action like 'weighting.%' order by seq`,
  )
  expect(rows).toEqual([
    { action: 'weighting.saved', after: TOPICS_ONLY },
    { action: 'weighting.chosen', after: { weightingId: id } },
    { action: 'weighting.chosen', after: { weightingId: null } },
  ])
})

test('weightings are the operator’s, of the own programme, and count something', async () => {
  const { programmeId, operator } = shores
  const nothing = { topic: 0, wording: 0, embedding: 0 }
  for (const result of [
    await saveWeighting(platform, operator, { programmeId, note: null, ...nothing }),
    await previewWeighting(platform, operator, { programmeId, ...nothing }),
  ]) {
    expect(result).toMatchObject({ refusal: { code: 'matching.weighting-empty' } })
  }
  const { programmeId: other, operator: otherOperator } = elsewhere
  const theirs = valueOf(
    await saveWeighting(platform, otherOperator, { programmeId: other, note: null, ...TOPICS_ONLY }),
  )
  const absent = { refusal: { code: 'matching.absent' } }
  expect(await chooseWeighting(platform, operator, { programmeId, weightingId: theirs.id })).toMatchObject(absent)
  for (const actor of [shores.official, shores.here[0]!.actor, otherOperator]) {
    expect(await listWeightings(platform, actor, { programmeId })).toMatchObject(absent)
    expect(await previewWeighting(platform, actor, { programmeId, ...TOPICS_ONLY })).toMatchObject(absent)
    expect(await saveWeighting(platform, actor, { programmeId, note: null, ...TOPICS_ONLY })).toMatchObject(absent)
    expect(await chooseWeighting(platform, actor, { programmeId, weightingId: null })).toMatchObject(absent)
  }
})

test('the map shows what each shore offers and looks for, to those who see the programme', async () => {
  const { programmeId, official, here } = shores
  const { fields } = valueOf(await readTechnologyMap(platform, official, { programmeId }))
  const counts = fields.flatMap(({ shores: sides }) => sides)
  expect(counts.some(({ offers }) => offers > 0)).toBe(true)
  expect(counts.some(({ requests }) => requests > 0)).toBe(true)
  expect(fields.every(({ label }) => label.ko && label.ru && label.en)).toBe(true)
  for (const actor of [here[0]!.actor, elsewhere.operator]) {
    expect(await readTechnologyMap(platform, actor, { programmeId })).toMatchObject({
      refusal: { code: 'matching.absent' },
    })
  }
})
