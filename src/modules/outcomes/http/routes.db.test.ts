import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { within } from '../../../platform/context.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { type RecordAgreement, recordAgreement, resumeAgreement, suspendAgreement } from '../../agreements/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { recordAgreements } from '../jobs/record-agreements.ts'
import { snapshotHash } from '../operations/freeze-figure.ts'
import { listOutcomes } from '../queries/list-outcomes.ts'
import { summariseOutcomes } from '../queries/summarise-outcomes.ts'
import { buildOutcome, outcomeCommand } from '../testing/build-outcome.ts'
import { outcomesRoutes } from './routes.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const as = (actor: Actor) => ({
  context: {
    platform,
    actor,
    locale: 'en' as const,
    requestId: 'test',
    clientAddress: '127.0.0.1',
    headers: new Headers(),
  },
})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { refusal?: { code: string; kind: string } }) => error.refusal?.code ?? String(error),
  )

async function setting() {
  const { programmeId, sides } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const elsewhere = await buildProgramme(platform)
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  return { programmeId, sides, operator, stranger }
}

/** A command as it comes over the wire: amounts are digits. */
const wire = (programmeId: string, facts: object = {}) =>
  JSON.parse(JSON.stringify({ ...outcomeCommand(programmeId), ...facts }))

test('an agreement of USD 5 million announced on the 22nd and the 26th counts once', async () => {
  const { programmeId, operator } = await setting()
  const investment = wire(programmeId, {
    reference: 'IA-1',
    kind: 'investment',
    amount: { value: '5000000', currency: 'USD' },
    parties: [{ companyId: null, sideId: null, name: { ko: '경기도', en: 'Gyeonggi Province' } }],
    conversions: [
      {
        currency: 'KRW',
        published: '5700000000',
        rate: { value: '1128.7', date: '2020-10-26', source: 'a rate made up for the test' },
        roundedTo: 1,
      },
    ],
    announcements: [{ on: '2020-10-22', amount: { value: '5000000', currency: 'USD' }, source: 'notice' }],
  })
  const { id: outcomeId, conversions } = await call(outcomesRoutes.recordOutcome, investment, as(operator))
  expect(conversions).toMatchObject([{ departure: 0.010012, warns: true, origin: 'published' }])
  const again = (facts: object) => codeOf(call(outcomesRoutes.recordOutcome, { ...investment, ...facts }, as(operator)))
  expect(await again({})).toBe('outcomes.already-recorded')
  expect(await again({ reference: 'press-26' })).toBe('outcomes.looks-alike')
  const note = { programmeId, outcomeId, on: '2020-10-26', amount: null, source: 'article' }
  await call(outcomesRoutes.noteAnnouncement, note, as(operator))
  const definition = {
    source: 'outcomes',
    measure: { kind: 'amount', currency: 'USD', basis: 'signed' },
    where: {},
  } as const
  const figure = { programmeId, code: 'investment-signed', name: { en: 'Investment signed' }, definition }
  const { id: figureId } = await call(outcomesRoutes.defineFigure, figure, as(operator))
  const read = await call(outcomesRoutes.readFigure, { programmeId, figureId }, as(operator))
  expect([read.figure.value, read.figure.unit, read.records.map(({ id }) => id)]).toEqual([
    5_000_000,
    'USD',
    [outcomeId],
  ])
  const stored = await call(outcomesRoutes.readOutcome, { programmeId, outcomeId }, as(operator))
  expect(stored.announcements.map(({ on: day }) => day)).toEqual(['2020-10-22', '2020-10-26'])
  expect(await again({ reference: 'another', distinct: true })).toBe('ok')
})

test('digits beyond what is kept exactly are refused, not rounded', async () => {
  const { programmeId, operator } = await setting()
  const huge = wire(programmeId, { amount: { value: '9007199254740993', currency: 'KRW' } })
  expect(await codeOf(call(outcomesRoutes.recordOutcome, huge, as(operator)))).toBe('outcomes.amount-malformed')
})

test('a figure as of before a change gives what it gave; a frozen one keeps list and hash', async () => {
  const { programmeId, operator } = await setting()
  const { outcomeId } = await buildOutcome(platform, programmeId, { amount: { minor: 100, currency: 'EUR' } })
  const definition = {
    source: 'outcomes',
    measure: { kind: 'amount', currency: 'EUR', basis: 'signed' },
    where: {},
  } as const
  const { id: figureId } = await call(
    outcomesRoutes.defineFigure,
    { programmeId, code: 'euros', name: { en: 'Euros' }, definition },
    as(operator),
  )
  const before = platform.clock.now()
  const frozen = await call(outcomesRoutes.freezeFigure, { programmeId, figureId }, as(operator))
  expect(frozen).toMatchObject({ value: 1, unit: 'EUR', records: [outcomeId] })
  platform.clock.set('2020-10-27T06:00:00.000Z')
  const change = {
    programmeId,
    outcomeId,
    revision: 1,
    title: { en: 'Changed' },
    amount: { value: '3', currency: 'EUR' },
    grade: 'document',
    happenedOn: '2020-10-26',
  } as const
  await call(outcomesRoutes.changeOutcome, change, as(operator))
  expect(await codeOf(call(outcomesRoutes.changeOutcome, change, as(operator)))).toBe('outcomes.changed-meanwhile')
  const valueAt = async (asOf?: string) =>
    (await call(outcomesRoutes.readFigure, { programmeId, figureId, ...(asOf ? { asOf } : {}) }, as(operator))).figure
      .value
  expect([await valueAt(), await valueAt(before)]).toEqual([3, 1])
  expect(
    await codeOf(call(outcomesRoutes.listFigures, { programmeId, asOf: '2030-01-01T00:00:00.000Z' }, as(operator))),
  ).toBe('outcomes.as-of-in-future')
  const { snapshots, records } = await call(
    outcomesRoutes.readFigure,
    { programmeId, figureId, asOf: before },
    as(operator),
  )
  const recomputed = snapshotHash(definition, before, {
    value: 1,
    unit: 'EUR',
    records: records.map((one) => ({ ...one, amountMinor: null, currency: null, eventId: null })),
  })
  expect([snapshots[0]?.sha256, snapshots[0]?.records]).toEqual([recomputed, 1])
  await call(outcomesRoutes.withdrawOutcome, { programmeId, outcomeId, reason: 'Twice' }, as(operator))
  expect([
    await valueAt(),
    await codeOf(call(outcomesRoutes.withdrawOutcome, { programmeId, outcomeId, reason: 'x' }, as(operator))),
  ]).toEqual([0, 'outcomes.withdrawn'])
  const { rows } = await platform.database.pool.query<{ action: string }>(
    'select action from journal_entry where programme_id = $1 and subject_kind in ($2, $3) order by seq',
    [programmeId, 'outcome', 'figure'],
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'outcome.recorded',
    'figure.defined',
    'figure.frozen',
    'outcome.changed',
    'outcome.withdrawn',
  ])
  platform.clock.set('2020-10-26T06:00:00.000Z')
})

test('announced stands beside recorded with the difference and why', async () => {
  const { programmeId, operator, stranger } = await setting()
  const definition = { source: 'participants', measure: { kind: 'companies' }, where: {} } as const
  const code = 'participating-companies'
  await call(outcomesRoutes.defineFigure, { programmeId, code, name: { en: 'Companies' }, definition }, as(operator))
  const published = {
    programmeId,
    figure: code,
    name: { en: 'Companies' },
    value: 44,
    unit: 'companies',
    source: 'press',
  }
  const { id: announcedId } = await call(outcomesRoutes.announceFigure, published, as(operator))
  const explain = { programmeId, announcedId, explanation: { en: 'Four withdrew.' } }
  const waits = async () => (await summariseOutcomes(platform, operator, programmeId)).nextSteps
  expect(await waits()).toEqual([{ code: 'explain-differences', count: 1 }])
  await call(outcomesRoutes.explainDifference, explain, as(operator))
  expect(await waits()).toEqual([])
  const { rows } = await call(outcomesRoutes.listFigures, { programmeId }, as(operator))
  expect(rows).toMatchObject([
    { value: 0, announced: [{ value: 44, difference: 44, explanation: { en: 'Four withdrew.' } }] },
  ])
  expect(await codeOf(call(outcomesRoutes.explainDifference, explain, as(stranger)))).toBe('outcomes.forbidden')
  const taken = {
    programmeId,
    code,
    name: { en: 'x' },
    definition: { ...definition, measure: { kind: 'records' } },
  } as const
  expect(await codeOf(call(outcomesRoutes.defineFigure, taken, as(operator)))).toBe('outcomes.figure-taken')
})

test('another programme and another company know nothing of it', async () => {
  const { programmeId, sides, operator, stranger } = await setting()
  const ours = await buildCompany(platform, { programmeId, sideId: sides[0].id })
  const theirs = await buildCompany(platform, { programmeId, sideId: sides[1].id })
  const third = await buildCompany(platform, { programmeId, sideId: sides[1].id })
  const speaker = (companyId: string) =>
    buildActor(platform, 'company-representative', { programmeId, scopeId: companyId })
  const [first, second, other] = [
    await speaker(ours.companyId),
    await speaker(theirs.companyId),
    await speaker(third.companyId),
  ]
  const parties = [ours, theirs].map(({ companyId }) => ({ companyId, sideId: null, name: { en: companyId } }))
  const { outcomeId } = await buildOutcome(platform, programmeId, { parties })
  const key = { programmeId, outcomeId }
  const listed = async (actor: Actor) =>
    (await call(outcomesRoutes.listOutcomes, { programmeId }, as(actor))).rows.map(({ id }) => id)
  expect([await listed(first), await listed(other)]).toEqual([[outcomeId], []])
  expect(await codeOf(call(outcomesRoutes.readOutcome, key, as(other)))).toBe('outcomes.absent')
  expect(await codeOf(call(outcomesRoutes.confirmOutcome, key, as(other)))).toBe('outcomes.absent')
  expect(await codeOf(call(outcomesRoutes.listOutcomes, { programmeId }, as(stranger)))).toBe('outcomes.absent')
  expect(await call(outcomesRoutes.confirmOutcome, key, as(first))).toEqual({ grade: 'one-side' })
  expect(await call(outcomesRoutes.confirmOutcome, key, as(second))).toEqual({ grade: 'both-sides' })
  const foreign = { figureId: platform.newId(), programmeId }
  const tries: [string, Promise<unknown>][] = [
    ['read', call(outcomesRoutes.readOutcome, key, as(stranger))],
    ['record', call(outcomesRoutes.recordOutcome, wire(programmeId), as(stranger))],
    [
      'change',
      call(
        outcomesRoutes.changeOutcome,
        { ...key, revision: 1, title: { en: 'x' }, grade: 'claimed', happenedOn: '2020-10-26' },
        as(stranger),
      ),
    ],
    ['withdraw', call(outcomesRoutes.withdrawOutcome, { ...key, reason: 'x' }, as(stranger))],
    ['note', call(outcomesRoutes.noteAnnouncement, { ...key, on: '2020-10-26', source: 'x' }, as(stranger))],
    ['confirm', call(outcomesRoutes.confirmOutcome, key, as(stranger))],
    ['figures', call(outcomesRoutes.listFigures, { programmeId }, as(stranger))],
    ['figure', call(outcomesRoutes.readFigure, foreign, as(stranger))],
    ['freeze', call(outcomesRoutes.freezeFigure, foreign, as(stranger))],
    ['results', call(outcomesRoutes.readDashboard, { programmeId }, as(stranger))],
    ['export', call(outcomesRoutes.exportOutcomes, { programmeId, locale: 'en' }, as(stranger))],
    ['report', call(outcomesRoutes.printReport, { programmeId, locale: 'en' }, as(stranger))],
    ['figure of nobody', call(outcomesRoutes.readFigure, foreign, as(operator))],
    [
      'foreign company',
      call(
        outcomesRoutes.recordOutcome,
        wire(programmeId, { parties: [{ companyId: platform.newId(), sideId: null, name: {} }] }),
        as(operator),
      ),
    ],
    [
      'foreign agreement',
      call(outcomesRoutes.recordOutcome, wire(programmeId, { agreementId: platform.newId() }), as(operator)),
    ],
  ]
  expect(
    Object.fromEntries(await Promise.all(tries.map(async ([name, work]) => [name, await codeOf(work)] as const))),
  ).toEqual({
    read: 'outcomes.absent',
    record: 'outcomes.forbidden',
    change: 'outcomes.forbidden',
    withdraw: 'outcomes.forbidden',
    note: 'outcomes.forbidden',
    confirm: 'outcomes.absent',
    figures: 'outcomes.forbidden',
    figure: 'outcomes.forbidden',
    freeze: 'outcomes.forbidden',
    results: 'outcomes.forbidden',
    export: 'outcomes.forbidden',
    report: 'outcomes.forbidden',
    'figure of nobody': 'outcomes.absent',
    'foreign company': 'outcomes.party-absent',
    'foreign agreement': 'outcomes.attribution-absent',
  })
})

test('of two records of one thing at the same instant one is kept', async () => {
  const { programmeId, operator } = await setting()
  const same = wire(programmeId, { reference: 'once' })
  const tries = Array.from({ length: 8 }, () => codeOf(call(outcomesRoutes.recordOutcome, same, as(operator))))
  expect((await Promise.all(tries)).toSorted()).toEqual(
    ['ok', ...Array<string>(7).fill('outcomes.already-recorded')].toSorted(),
  )
})

test('lists take the same number of statements for one and three rows', async () => {
  const { programmeId, operator } = await setting()
  const define = (code: string) =>
    call(
      outcomesRoutes.defineFigure,
      {
        programmeId,
        code,
        name: { en: code },
        definition: { source: 'outcomes', measure: { kind: 'records' }, where: {} },
      },
      as(operator),
    )
  const counts = async () => [
    (await countStatements(() => listOutcomes(platform, operator, { programmeId }))).statements.length,
    (await countStatements(() => call(outcomesRoutes.listFigures, { programmeId }, as(operator)))).statements.length,
    (await countStatements(() => call(outcomesRoutes.readDashboard, { programmeId }, as(operator)))).statements.length,
  ]
  await buildOutcome(platform, programmeId)
  await define('one')
  expect(await counts()).toEqual([1, 3, 2])
  for (const code of ['two', 'three']) {
    await buildOutcome(platform, programmeId)
    await define(code)
  }
  expect(await counts()).toEqual([1, 3, 2])
})

test('workbook and report of one page come in three languages', async () => {
  const { programmeId, operator } = await setting()
  await buildOutcome(platform, programmeId, {
    title: { ko: '접합 공정용 스마트 포일', en: 'Smart foil', ru: 'Умная фольга' },
    amount: { minor: 500_000_000, currency: 'USD' },
  })
  for (const locale of ['ko', 'ru', 'en'] as const) {
    const pdf = await call(outcomesRoutes.printReport, { programmeId, locale }, as(operator))
    const bytes = Buffer.from(await pdf.arrayBuffer())
    expect([bytes.subarray(0, 5).toString(), bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length]).toEqual([
      '%PDF-',
      1,
    ])
    expect(bytes.length).toBeLessThan(200_000)
    const workbook = await call(outcomesRoutes.exportOutcomes, { programmeId, locale }, as(operator))
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
})

const outsider = (name: string) => ({
  companyId: null,
  sideId: null,
  name: { en: name },
  legalName: name,
  latinName: name,
  identifier: null,
})

const agreementOf = (programmeId: string): RecordAgreement => ({
  programmeId,
  number: 'IA-1',
  type: 'investment',
  title: { en: 'Investment agreement' },
  subject: { en: 'Investment' },
  parties: [outsider('Gyeonggi Province'), outsider('ExoAtlet Global')],
  amount: { minor: 500_000_000, currency: 'USD' },
  announcedAs: { amount: { minor: 5_700_000_000, currency: 'KRW' }, rate: null },
  signedOn: '2020-10-26',
  source: 'press report',
  note: {},
})

const listen = () =>
  drainJournal(platform, {
    reader: recordAgreements.reader,
    handle: (entries, trx) => recordAgreements.handle(within(platform, trx), entries),
  })

test('an agreement that is recorded becomes one outcome by itself', async () => {
  const { programmeId } = await setting()
  const system = systemActor('test')
  const recorded = await recordAgreement(platform, system, agreementOf(programmeId))
  if (!recorded.ok) throw new Error(recorded.refusal.code)
  await listen()
  const outcomes = await listOutcomes(platform, system, { programmeId })
  expect(
    outcomes.ok &&
      outcomes.value.map(({ kind, basis, amountMinor, currency, grade }) => [
        kind,
        basis,
        amountMinor,
        currency,
        grade,
      ]),
  ).toEqual([['investment', 'signed', 500_000_000, 'USD', 'claimed']])
  await listen()
  const again = await listOutcomes(platform, system, { programmeId })
  expect(again.ok && again.value.length).toBe(1)
})

test('an agreement counts although a law suspended it before that was heard; taken out by hand it stays out', async () => {
  const { programmeId } = await setting()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const recorded = await recordAgreement(platform, operator, agreementOf(programmeId))
  if (!recorded.ok) throw new Error(recorded.refusal.code)
  const key = { programmeId, agreementId: recorded.value.id }
  expect(await suspendAgreement(platform, operator, { ...key, reason: 'A law' })).toMatchObject({ ok: true })
  await listen()
  const statuses = async () => {
    const outcomes = await listOutcomes(platform, operator, { programmeId })
    return outcomes.ok ? outcomes.value.map(({ status }) => status) : []
  }
  expect(await statuses()).toEqual(['recorded'])

  const outcomes = await listOutcomes(platform, operator, { programmeId })
  const outcomeId = outcomes.ok ? outcomes.value[0]!.id : ''
  await call(outcomesRoutes.withdrawOutcome, { programmeId, outcomeId, reason: 'A mistake' }, as(operator))
  expect(await resumeAgreement(platform, operator, key)).toMatchObject({ ok: true })
  await listen()
  expect(await statuses()).toEqual(['withdrawn'])
})
