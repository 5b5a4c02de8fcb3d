import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildProfile } from '../../companies/testing/build-profile.ts'
import { listMatches } from '../queries/list-matches.ts'
import { summariseMatching } from '../queries/summarise-matching.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'
import { expressInterest } from './express-interest.ts'
import { shortlistPartner, unlistPartner } from './shortlist-partner.ts'

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

const absent = { ok: false, refusal: { code: 'matching.absent', kind: 'absent' } }
const pairOf = (at: number) => ({
  programmeId: shores.programmeId,
  companyId: shores.here[at]!.companyId,
  partnerId: shores.there[at]!.companyId,
})

const entriesOf = async (action: string) => {
  const { rows } = await platform.database.pool.query(
    'select subject_id as "subjectId", before, after from journal_entry where action = $1 order by seq',
    [action],
  )
  return rows
}

test('a partner is put on the list, noted anew, and taken off; doing it again changes nothing', async () => {
  const pair = pairOf(0)
  const { actor } = shores.here[0]!
  const listed = async () => {
    const found = await listMatches(platform, actor, { programmeId: pair.programmeId, minScore: 0, limit: 100 })
    return found.ok && found.value.rows.filter(({ shortlisted }) => shortlisted).map(({ partner }) => partner.id)
  }
  const added = await countStatements(() => shortlistPartner(platform, actor, { ...pair, note: null }))
  expect([added.value, added.statements.length]).toEqual([{ ok: true, value: null }, 1])
  expect(await listed()).toEqual([pair.partnerId])
  await shortlistPartner(platform, actor, { ...pair, note: null })
  expect(await entriesOf('match.shortlisted')).toHaveLength(1)
  await shortlistPartner(platform, actor, { ...pair, note: 'Call in May' })
  expect(await entriesOf('match.shortlisted')).toEqual(
    [0, 1].map(() => ({ subjectId: pair.companyId, before: null, after: { partnerId: pair.partnerId } })),
  )
  await unlistPartner(platform, actor, pair)
  expect(await unlistPartner(platform, actor, pair)).toEqual({ ok: true, value: null })
  expect(await entriesOf('match.unlisted')).toHaveLength(1)
  expect(await listed()).toEqual([])
})

test('a shortlist is for the own company, within its programme, and not of itself', async () => {
  const pair = pairOf(0)
  const { actor: own } = shores.here[0]!
  const { actor: other } = shores.here[1]!
  for (const actor of [other, shores.official, elsewhere.operator]) {
    expect(await shortlistPartner(platform, actor, { ...pair, note: null })).toEqual(absent)
    expect(await unlistPartner(platform, actor, pair)).toEqual(absent)
  }
  const foreign = { ...pair, partnerId: elsewhere.there[0]!.companyId, note: null }
  expect(await shortlistPartner(platform, own, foreign)).toEqual(absent)
  expect(await shortlistPartner(platform, own, { ...pair, partnerId: pair.companyId, note: null })).toMatchObject({
    refusal: { code: 'matching.own-company' },
  })
  expect(await shortlistPartner(platform, shores.operator, { ...pair, note: null })).toEqual({ ok: true, value: null })
})

test('interest is expressed once while it is open', async () => {
  const { programmeId, here, there } = shores
  const command = { programmeId, companyId: here[0]!.companyId, profileId: there[0]!.offerId, message: 'Please call.' }
  const both = await Promise.all([0, 1].map(() => expressInterest(platform, here[0]!.actor, command)))
  expect(both.map((result) => (result.ok ? 'ok' : result.refusal.code)).toSorted()).toEqual([
    'matching.interest-open',
    'ok',
  ])
  expect(await entriesOf('interest.expressed')).toMatchObject([
    { after: { companyId: command.companyId, profileId: command.profileId } },
  ])
  expect(await summariseMatching(platform, shores.operator, programmeId)).toMatchObject({
    facts: { shortlisted: 1, interests: 1 },
  })
})

test('interest is for published profiles of others, by the own company', async () => {
  const { programmeId, here, there } = shores
  const { companyId, actor, offerId } = here[0]!
  const draft = await buildProfile(platform, { programmeId, companyId: there[1]!.companyId })
  const command = { programmeId, companyId, message: null }
  const code = async (profileId: string, by = actor) => {
    const result = await expressInterest(platform, by, { ...command, profileId })
    return result.ok ? 'ok' : result.refusal.code
  }
  expect(await code(offerId)).toBe('matching.own-profile')
  expect(await code(draft.profileId)).toBe('matching.absent')
  expect(await code(elsewhere.there[0]!.offerId)).toBe('matching.absent')
  expect(await code(platform.newId())).toBe('matching.absent')
  expect(await code(there[1]!.offerId, here[1]!.actor)).toBe('matching.absent')
  expect(await code(there[1]!.offerId, shores.official)).toBe('matching.absent')
  expect(await code(there[1]!.offerId, shores.operator)).toBe('ok')
})
