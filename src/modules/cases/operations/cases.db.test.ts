import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { within } from '../../../platform/context.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { setArchived } from '../../programmes/testing/archive.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { signLog, writeLog } from '../../rooms/index.ts'
import { type BuiltRoom, buildRoom } from '../../rooms/testing/build-room.ts'
import { openCasesFromLogs } from '../jobs/open-cases.ts'
import { exportCases } from '../queries/export-cases.ts'
import { listCases } from '../queries/list-cases.ts'
import { readCase, readCaseDocument } from '../queries/read-case.ts'
import { summariseCases } from '../queries/summarise-cases.ts'
import { addCaseDocument, addCaseNote } from './add-to-case.ts'
import { moveCase, planCase, transferCase } from './change-case.ts'
import { openCase } from './open-case.ts'
import { remindOwners } from './remind-owners.ts'

const START = '2020-10-26T06:00:00.000Z'
let platform: TestPlatform
let room: BuiltRoom
let broker: Actor & { readonly kind: 'person' }
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
  room = await buildRoom(platform)
  broker = await buildActor(platform, 'broker', { programmeId: room.programmeId, name: 'Bro Ker' })
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

async function anyCase() {
  const { programmeId } = room
  const [{ companyId: hostCompanyId }, { companyId: guestCompanyId }] = [
    await buildCompany(platform, { programmeId }),
    await buildCompany(platform, { programmeId }),
  ]
  const pair = {
    programmeId,
    hostCompanyId,
    guestCompanyId,
    about: 'By hand',
    nextAction: 'Call',
    nextActionOn: '2020-11-05',
  }
  const opened = await openCase(platform, broker, pair)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return { programmeId, caseId: opened.value.id, pair }
}
const mails = async (caseId: string) => {
  const { rows } = await sql<{
    subject: string
  }>`select subject from mail where dedupe_key like ${`case-reminder/${caseId}/%`}`.execute(platform.db)
  return rows.length
}

const followLogs = () =>
  drainJournal(platform, {
    reader: openCasesFromLogs.reader,
    handle: (entries, trx) => openCasesFromLogs.handle(within(platform, trx), entries),
  })

async function signedLog(change: { nextStep: string | null; confidential: boolean }) {
  platform.clock.set(START)
  const own = await buildRoom(platform)
  const key = { programmeId: own.programmeId, requestId: own.requestId }
  platform.clock.set(addMinutes(own.startsAt, 31))
  const content = {
    attended: 'both',
    interest: 4,
    agreementKind: 'mou',
    amount: null,
    amountBasis: null,
    note: null,
    nextStepOn: null,
    ...change,
  } as const
  expect(code(await writeLog(platform, own.host, { ...key, content, revision: 0 }))).toBe('ok')
  expect(code(await signLog(platform, own.host, { ...key, revision: 1 }))).toBe('ok')
  await followLogs()
  expect((await listCases(platform, own.operator, key)).rows).toEqual([])
  expect(code(await signLog(platform, own.guest, { ...key, revision: 1 }))).toBe('ok')
  await followLogs()
  return { own, key, rows: (await listCases(platform, own.operator, key)).rows }
}

test('a log that both sides signed opens one case by its next step; without a step none', async () => {
  const { own, key, rows } = await signedLog({ nextStep: 'Send samples', confidential: false })
  expect(rows).toMatchObject([
    { requestId: own.requestId, state: 'first-contact', nextAction: 'Send samples', owner: null, confidential: false },
  ])
  expect(await summariseCases(platform, own.operator, key.programmeId)).toMatchObject({
    count: 1,
    attention: 1,
    nextSteps: [{ code: 'give-cases-owner', count: 1 }],
  })
  // A journal that is read again opens no second one.
  const again = {
    action: 'log.signed-off',
    programmeId: key.programmeId,
    subjectId: key.requestId,
    after: { complete: true },
  }
  await openCasesFromLogs.handle(platform, [again as never])
  expect((await listCases(platform, own.operator, key)).rows).toHaveLength(1)
  expect((await signedLog({ nextStep: null, confidential: false })).rows).toEqual([])
})

test('what came from a confidential log is not there for the official', async () => {
  const { own, key, rows } = await signedLog({ nextStep: 'Talk', confidential: true })
  expect(rows).toMatchObject([{ confidential: true }])
  const official = await buildActor(platform, 'official', { programmeId: key.programmeId })
  expect((await listCases(platform, official, key)).rows).toEqual([])
  expect(code(await readCase(platform, official, { ...key, caseId: rows[0]!.id }))).toBe('cases.absent')
  expect(code(await readCase(platform, own.operator, { ...key, caseId: rows[0]!.id }))).toBe('ok')
})

test('a case goes its way: moved, planned, handed over, with notes and documents', async () => {
  const { programmeId, caseId } = await anyCase()
  const key = { programmeId, caseId }
  expect(code(await moveCase(platform, broker, { ...key, revision: 1, state: 'agreement-effected' }))).toBe(
    'cases.not-following',
  )
  expect(await moveCase(platform, broker, { ...key, revision: 1, state: 'contact-started' })).toEqual({
    ok: true,
    value: { revision: 2 },
  })
  expect(
    code(await planCase(platform, broker, { ...key, revision: 2, nextAction: null, nextActionOn: '2020-12-01' })),
  ).toBe('cases.day-without-action')
  expect(
    code(await planCase(platform, broker, { ...key, revision: 2, nextAction: 'Visit', nextActionOn: '2020-12-01' })),
  ).toBe('ok')
  expect(code(await transferCase(platform, broker, { ...key, revision: 3, ownerId: room.host.personId }))).toBe(
    'cases.owner-unknown',
  )
  expect(code(await transferCase(platform, broker, { ...key, revision: 3, ownerId: broker.personId }))).toBe(
    'cases.same-owner',
  )
  expect(code(await transferCase(platform, broker, { ...key, revision: 3, ownerId: room.operator.personId }))).toBe(
    'ok',
  )
  expect(code(await addCaseNote(platform, broker, { ...key, text: 'Called' }))).toBe('ok')
  const added = await addCaseDocument(platform, broker, {
    ...key,
    file: new File(['abc'], 'offer.pdf', { type: 'application/pdf' }),
  })
  const documentId = added.ok ? added.value.id : ''
  const official = await buildActor(platform, 'official', { programmeId })
  expect(await readCase(platform, official, key)).toMatchObject({
    value: {
      state: 'contact-started',
      owner: { name: 'Oh Yeong' },
      mayMoveTo: [],
      steps: [
        { kind: 'transferred', fromPerson: 'Bro Ker', toPerson: 'Oh Yeong' },
        { kind: 'planned' },
        { kind: 'moved' },
        { kind: 'opened' },
      ],
      notes: [{ text: 'Called', name: 'Bro Ker' }],
      documents: [{ fileName: 'offer.pdf' }],
    },
  })
  expect(await readCaseDocument(platform, official, { ...key, documentId })).toMatchObject({
    value: { name: 'offer.pdf' },
  })
  const sheet = await exportCases(platform, official, { programmeId, locale: 'ko' })
  expect(Buffer.from(sheet.contents).subarray(0, 2).toString()).toBe('PK')
  const { rows } = await sql<{
    action: string
  }>`select action from journal_entry where subject_id = ${caseId} order by seq`.execute(platform.db)
  expect(rows.map(({ action }) => action)).toEqual([
    'case.opened',
    'case.moved',
    'case.planned',
    'case.transferred',
    'case.noted',
    'case.document-added',
  ])
})

test('for companies and other programmes there are no cases', async () => {
  const { programmeId, caseId, pair } = await anyCase()
  const key = { programmeId, caseId }
  const elsewhere = await buildRoom(platform)
  for (const actor of [room.host, room.interpreter, elsewhere.operator]) {
    expect(await listCases(platform, actor, { programmeId })).toEqual({ rows: [], owners: [] })
    const refused = [
      await readCase(platform, actor, key),
      await openCase(platform, actor, pair),
      await moveCase(platform, actor, { ...key, revision: 1, state: 'negotiating' }),
      await planCase(platform, actor, { ...key, revision: 1, nextAction: 'x', nextActionOn: null }),
      await transferCase(platform, actor, { ...key, revision: 1, ownerId: broker.personId }),
      await addCaseNote(platform, actor, { ...key, text: 'x' }),
      await addCaseDocument(platform, actor, { ...key, file: new File(['x'], 'x') }),
      await readCaseDocument(platform, actor, { ...key, documentId: platform.newId() }),
    ]
    expect(refused.map(code)).toEqual(refused.map(() => 'cases.absent'))
  }
  // A case of one programme, named under another by that one's operator; and a company of another programme.
  const mixed = { programmeId: elsewhere.programmeId, caseId }
  expect(code(await readCase(platform, elsewhere.operator, mixed))).toBe('cases.absent')
  expect(code(await moveCase(platform, elsewhere.operator, { ...mixed, revision: 1, state: 'on-hold' }))).toBe(
    'cases.absent',
  )
  const foreign = { ...pair, programmeId: elsewhere.programmeId }
  expect(code(await openCase(platform, elsewhere.operator, foreign))).toBe('cases.company-unknown')
  expect(code(await openCase(platform, broker, { ...pair, guestCompanyId: pair.hostCompanyId }))).toBe(
    'cases.same-company',
  )
})

test('of two people who move one case at once the second is told to look again', async () => {
  const { programmeId, caseId } = await anyCase()
  const seen = { programmeId, caseId, revision: 1 }
  const moved = await Promise.all([
    moveCase(platform, broker, { ...seen, state: 'contact-started' }),
    moveCase(platform, room.operator, { ...seen, state: 'on-hold' }),
  ])
  expect(moved.map(code).toSorted()).toEqual(['cases.changed', 'ok'])
  const read = await readCase(platform, broker, seen)
  expect(read).toMatchObject({ value: { revision: 2, steps: [{ kind: 'moved' }, { kind: 'opened' }] } })
})

test('the owner is reminded in the morning of the day, once, and not in an archived programme', async () => {
  const { programmeId, caseId } = await anyCase()
  const remindAt = async (instant: string) => {
    platform.clock.set(instant)
    await remindOwners(platform)
    return mails(caseId)
  }
  // 08:00 in Seoul is 23:00 UTC of the day before.
  expect(await remindAt('2020-11-04T22:59:00.000Z')).toBe(0)
  await setArchived(platform, programmeId, true)
  expect(await remindAt('2020-11-04T23:00:00.000Z')).toBe(0)
  await setArchived(platform, programmeId, false)
  await setArchived(platform, (await buildProgramme(platform)).programmeId, true)
  expect(await remindAt('2020-11-04T23:00:00.000Z')).toBe(1)
  await Promise.all([remindOwners(platform), remindOwners(platform)])
  expect(await remindAt('2020-11-06T23:00:00.000Z')).toBe(1)
  expect(await summariseCases(platform, room.operator, programmeId)).toMatchObject({ attention: expect.any(Number) })
  await planCase(platform, broker, {
    programmeId,
    caseId,
    revision: 1,
    nextAction: 'Again',
    nextActionOn: '2020-11-07',
  })
  expect(await remindAt('2020-11-06T23:30:00.000Z')).toBe(2)
  await moveCase(platform, broker, { programmeId, caseId, revision: 2, state: 'not-interested' })
  await sql`update cooperation_case set next_action_on = '2020-11-08' where id = ${caseId}`.execute(platform.db)
  expect(await remindAt('2020-11-07T23:30:00.000Z')).toBe(2)
})

test('a document passes between two companies only while both are cleared; only those who read screenings learn why', async () => {
  const { programmeId, caseId, pair } = await anyCase()
  const file = new File(['abc'], 'offer.pdf', { type: 'application/pdf' })
  const add = (actor: Actor) => addCaseDocument(platform, actor, { programmeId, caseId, file })
  await sql`update company set name = '{"en": "Vymysel Optronika"}' where id = ${pair.guestCompanyId}`.execute(
    platform.db,
  )
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: 'Vymysel Optronika' })] })
  expect(await add(broker)).toMatchObject({
    refusal: { code: 'compliance.gate-closed-by', detail: { gate: 'file-share', party: 'Vymysel Optronika' } },
  })
  const company = await buildActor(platform, 'company-representative', { programmeId, scopeId: pair.hostCompanyId })
  expect(code(await add(company))).toBe('cases.absent')
  const cleared = await anyCase()
  expect(code(await addCaseDocument(platform, broker, { programmeId, caseId: cleared.caseId, file }))).toBe('ok')
  await sql`update screening_policy set in_force = false where programme_id = ${programmeId}`.execute(platform.db)
})
