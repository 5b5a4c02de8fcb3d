import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/instant.ts'
import { within } from '../../../platform/context.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, invitePerson, revokeRole, systemActor } from '../../accounts/index.ts'
import { buildActor, buildPerson } from '../../accounts/testing/build-person.ts'
import type { Keyword } from '../domain/keyword.ts'
import { STAGES } from '../domain/stage.ts'
import { inviteByMail } from '../jobs/invite-by-mail.ts'
import { createProgramme } from '../operations/create-programme.ts'
import { saveKeywords } from '../operations/save-keywords.ts'
import { listKeywords } from '../queries/list-keywords.ts'
import { readInstance } from '../queries/read-instance.ts'
import { readJournal } from '../queries/read-journal.ts'
import { readOverview } from '../queries/read-overview.ts'
import { listProgrammes, readProgramme } from '../queries/read-programme.ts'
import { summariseProgramme } from '../queries/summarise-programme.ts'
import { buildProgramme } from '../testing/build-programme.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: toInstant(Date.now()) })
})
afterAll(() => platform.close())

const keyword = (code: string, parentCode: string | null = null, list: Keyword['list'] = 'technology'): Keyword => ({
  list,
  code,
  parentCode,
  name: { en: `Keyword ${code}` },
})

test('an instance is empty, then holds programmes, one of them perhaps for trying out', async () => {
  expect(await readInstance(platform)).toEqual({ isEmpty: true, demo: null })
  await buildProgramme(platform)
  expect(await readInstance(platform)).toEqual({ isEmpty: false, demo: null })
  const { programmeId } = await buildProgramme(platform, { demo: true })
  expect(await readInstance(platform)).toMatchObject({ isEmpty: false, demo: { id: programmeId, demo: true } })
})

test('a programme is written with its sides and its entry in one statement', async () => {
  const { value: built, statements } = await countStatements(() => buildProgramme(platform))
  expect(statements).toHaveLength(1)
  const actor = await buildActor(platform, 'official', { programmeId: built.programmeId })
  const read = await readProgramme(platform, actor, { programmeId: built.programmeId })
  expect(read).toEqual({
    ok: true,
    value: {
      id: built.programmeId,
      slug: expect.any(String),
      name: { en: 'Test programme' },
      operatorName: { en: 'Test operator' },
      hostName: {},
      description: {},
      demo: false,
      archivedAt: null,
      featuresOff: [],
      brand: { name: {}, accent: null, logo: null },
      sides: built.sides,
    },
  })
  expect(await readJournal(platform, actor, { programmeId: built.programmeId })).toMatchObject({
    ok: true,
    value: [{ action: 'programme.created', actorName: null, subjectKind: 'programme', subjectId: built.programmeId }],
  })
})

test('only the instance itself opens programmes, each under an address of its own', async () => {
  const { programmeId } = await buildProgramme(platform, { slug: 'taken' })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const command = { slug: 'taken', name: { en: 'A' }, operatorName: { en: 'B' }, sides: [] }
  expect(await createProgramme(platform, operator, command)).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect(await createProgramme(platform, systemActor('test'), command)).toMatchObject({ refusal: { kind: 'invalid' } })
  await expect(buildProgramme(platform, { slug: 'taken' })).rejects.toThrow('programmes.slug-taken')
})

test('a programme is there for those with a role in it', async () => {
  const one = await buildProgramme(platform)
  const other = await buildProgramme(platform)
  const actor = await buildActor(platform, 'interpreter', { programmeId: one.programmeId, scopeId: one.sides[0].id })
  const both: Actor = { ...actor, grants: [...actor.grants, ...actor.grants] }
  expect((await listProgrammes(platform, both)).map(({ id }) => id)).toEqual([one.programmeId])
  expect(await listProgrammes(platform, { kind: 'anonymous' })).toEqual([])
  for (const programmeId of [other.programmeId, platform.newId()]) {
    const absent = { ok: false, refusal: { kind: 'absent', code: 'programmes.absent' } }
    expect(await readProgramme(platform, actor, { programmeId })).toEqual(absent)
    expect(await listKeywords(platform, actor, { programmeId })).toEqual(absent)
    expect((await readJournal(platform, actor, { programmeId })).ok).toBe(false)
  }
})

test('programmes are listed in one statement, however many', async () => {
  const ids = [await buildProgramme(platform), await buildProgramme(platform), await buildProgramme(platform)]
  const actorOf = (programmes: typeof ids): Actor => ({
    kind: 'person',
    personId: platform.newId(),
    grants: programmes.map(({ programmeId }) => ({ programmeId, role: 'official', scopeId: null })),
  })
  const statementsFor = async (programmes: typeof ids) =>
    (await countStatements(() => listProgrammes(platform, actorOf(programmes)))).statements.length
  expect([await statementsFor(ids.slice(0, 1)), await statementsFor(ids)]).toEqual([1, 1])
})

test('code lists grow, are renamed, and saving them twice changes nothing', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const keywords = [keyword('01.1', '01'), keyword('01'), keyword('M', null, 'market')]
  const save = (list: Keyword[]) => saveKeywords(platform, operator, { programmeId, keywords: list })
  expect(await save(keywords)).toEqual({ ok: true, value: { changed: 3 } })
  expect(await save(keywords)).toEqual({ ok: true, value: { changed: 0 } })
  expect(await save([{ ...keyword('01'), name: { ko: '전자' } }, keyword('02', '01')])).toEqual({
    ok: true,
    value: { changed: 2 },
  })
  expect(await save([keyword('03', '99')])).toMatchObject({ refusal: { code: 'programmes.keyword-parent-absent' } })
  const listed = await listKeywords(platform, operator, { programmeId, list: 'technology' })
  expect(listed.ok && listed.value.map(({ code, parentCode }) => [code, parentCode])).toEqual([
    ['01', null],
    ['01.1', '01'],
    ['02', '01'],
  ])
  const entries = await readJournal(platform, operator, { programmeId })
  expect(entries.ok && entries.value.map(({ action }) => action)).toEqual([
    'keywords.saved',
    'keywords.saved',
    'programme.created',
  ])
})

test('code lists are changed by operators of that programme alone', async () => {
  const { programmeId } = await buildProgramme(platform)
  const other = await buildProgramme(platform)
  const foreign = await buildActor(platform, 'operator', { programmeId: other.programmeId })
  const official = await buildActor(platform, 'official', { programmeId })
  for (const actor of [foreign, official]) {
    expect(await saveKeywords(platform, actor, { programmeId, keywords: [keyword('01')] })).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
  }
})

test('the journal is read a page at a time, newest first, with the names of people', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId, name: '박운영' })
  for (const code of ['a', 'b', 'c']) await saveKeywords(platform, operator, { programmeId, keywords: [keyword(code)] })
  const all = await readJournal(platform, operator, { programmeId })
  if (!all.ok) throw new Error(all.refusal.code)
  expect(all.value.map(({ actorName }) => actorName)).toEqual(['박운영', '박운영', '박운영', null])
  const rest = await readJournal(platform, operator, { programmeId, before: all.value[1]!.seq })
  expect(rest).toEqual({ ok: true, value: all.value.slice(2) })
})

test('the overview draws the whole chain from what each stage reports', async () => {
  const { programmeId, sides } = await buildProgramme(platform)
  const official = await buildActor(platform, 'official', { programmeId })
  const figure = {
    figure: 'participating-companies',
    name: { en: 'Companies' },
    unit: 'companies',
    announced: 44,
    asOf: null,
    source: 'report',
    recorded: 40,
    recordedBySide: [{ sideId: sides[0].id, count: 40 }],
  }
  const sources = {
    stageSummaries: {
      programmes: summariseProgramme,
      meetings: async () => ({
        stage: 'meetings' as const,
        built: true,
        count: 3,
        attention: 2,
        facts: { requests: 3 },
        nextSteps: [{ code: 'answer-requests', count: 2 }],
      }),
    },
    figures: async () => [figure],
  }
  const overview = await readOverview(platform, official, { programmeId }, sources)
  if (!overview.ok) throw new Error(overview.refusal.code)
  const { stages, figures, nextSteps } = overview.value
  expect(stages.map(({ stage }) => stage)).toEqual(STAGES)
  expect(stages.filter(({ built }) => built).map(({ stage, count, attention }) => [stage, count, attention])).toEqual([
    ['programmes', 2, 0],
    ['meetings', 3, 2],
  ])
  expect([figures, nextSteps]).toEqual([[figure], [{ code: 'answer-requests', stage: 'meetings', count: 2 }]])
  const stranger = await buildActor(platform, 'operator', { programmeId: (await buildProgramme(platform)).programmeId })
  expect((await readOverview(platform, stranger, { programmeId }, sources)).ok).toBe(false)
})

test('whoever is given a role by a person is told so once, with a way in', async () => {
  const { programmeId } = await buildProgramme(platform, {
    name: { ko: '시험 사업' },
    operatorName: { ko: '운영센터' },
  })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const invite = (actor: Actor, email: string) =>
    invitePerson(platform, actor, { programmeId, name: '이공무', email, locale: 'ko', role: 'official', scopeId: null })
  await invite(operator, 'told@example.org')
  await invite(systemActor('demo'), 'untold@example.org')
  const revoked = await invite(operator, 'revoked@example.org')
  if (!revoked.ok) throw new Error(revoked.refusal.code)
  await revokeRole(platform, operator, { programmeId, grantId: revoked.value.grantId })
  const { reader, handle } = inviteByMail
  const drain = () =>
    drainJournal(platform, { reader, handle: (entries, trx) => handle(within(platform, trx), entries) })
  await drain()
  await drain()
  const { rows } = await platform.database.pool.query<{ to_address: string; subject: string; body_text: string }>(
    `select to_address, subject, body_text from mail where to_address like '%told@%' or to_address like 'revoked@%'`,
  )
  expect(rows.map(({ to_address, subject }) => [to_address, subject])).toEqual([
    ['told@example.org', '[시험 사업] 나루 이용 안내'],
  ])
  expect(rows[0]!.body_text).toMatch(/운영센터에서 ‘시험 사업’[\s\S]*담당 공무원[\s\S]*\/sign-in\//)
})

test('nobody else is named in a person’s list of programmes', async () => {
  const { personId } = await buildPerson(platform)
  expect(await listProgrammes(platform, { kind: 'person', personId, grants: [] })).toEqual([])
})
