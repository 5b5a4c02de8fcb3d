import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { writeXlsx } from '../../../platform/tables/write-tables.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { setArchived } from '../../programmes/testing/archive.ts'
import { recordCeremonySignature, resumeAgreement, suspendAgreement } from '../../agreements/index.ts'
import { buildAgreement, granted } from '../../agreements/testing/build-agreement.ts'
import { EXAMPLE_CRITERIA, exampleMeasurement } from '../domain/acceptance/example-measurement.ts'
import { listCommitments } from '../queries/list-commitments.ts'
import { readCommitment } from '../queries/read-commitment.ts'
import { readExampleMeasurement } from '../queries/read-example.ts'
import { readTimeline } from '../queries/read-timeline.ts'
import { type BuiltCommitments, buildCommitments, followJournal } from '../testing/build-commitment.ts'
import {
  moveDueDate,
  resumeCommitment,
  setCriteria,
  suspendCommitment,
  withdrawCommitment,
} from './change-commitment.ts'
import { createCommitment } from './create-commitment.ts'
import { giveEvidence } from './give-evidence.ts'
import { judgeEvidence } from './judge-evidence.ts'
import { markOverdue } from './mark-overdue.ts'
import { sendReminders } from './send-reminders.ts'

const START = '2020-10-26T06:00:00.000Z'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const codes = <T>(results: readonly ({ ok: true; value: T } | { ok: false; refusal: { code: string } })[]) =>
  results.map((result) => (result.ok ? 'ok' : result.refusal.code))
const prototype = ({ programmeId, prototypeId }: BuiltCommitments) => ({ programmeId, commitmentId: prototypeId })
const office = ({ programmeId, officeId }: BuiltCommitments) => ({ programmeId, commitmentId: officeId })
const read = async (built: BuiltCommitments, key = prototype(built)) =>
  granted(await readCommitment(platform, built.operator, key))

test('milestones become commitments when the agreement is signed, once, each on the clock of its owner', async () => {
  const built = await buildCommitments(platform)
  await followJournal(platform)
  const { rows, fulfilment } = granted(await listCommitments(platform, built.operator, built))
  expect(
    rows.map(({ milestoneKey, dueOn, timeZone, status, amountMinor }) => [
      milestoneKey,
      dueOn,
      timeZone,
      status,
      amountMinor,
    ]),
  ).toEqual([
    ['prototype', '2021-06-30', 'Asia/Seoul', 'open', null],
    ['office', null, 'Europe/Moscow', 'open', 1_000_000],
  ])
  expect(fulfilment).toEqual({ fulfilled: 0, due: 0, rate: null })
})

test('overdue by itself the day after, in the zone of the owner; the job writes it down once', async () => {
  const built = await buildCommitments(platform)
  platform.clock.set('2021-06-30T14:59:00.000Z')
  const before = [await read(built), await markOverdue(platform)] as const
  platform.clock.set('2021-06-30T15:00:00.000Z')
  const shown = await read(built)
  const marked = [(await markOverdue(platform)) > 0, await markOverdue(platform)]
  const stored = await read(built)
  const { fulfilment } = granted(await listCommitments(platform, built.operator, built))
  platform.clock.set(START)
  expect([before[0].status, before[1], shown.status, marked, stored.status, stored.overdueSince]).toEqual([
    'open',
    0,
    'overdue',
    [true, 0],
    'overdue',
    '2021-07-01',
  ])
  expect(fulfilment).toEqual({ fulfilled: 0, due: 1, rate: 0 })
})

test('a moved day keeps its history, and what was overdue is open again', async () => {
  const built = await buildCommitments(platform)
  const move = (dueOn: string | null, reason: string) =>
    moveDueDate(platform, built.operator, { ...prototype(built), dueOn, reason })
  granted(await move('2021-09-30', 'Shipping'))
  platform.clock.set('2021-10-02T00:00:00.000Z')
  await markOverdue(platform)
  granted(await move('2021-12-31', 'Customs'))
  expect(codes([await move('2021-12-31', 'Again')])).toEqual(['commitments.same-day'])
  const moved = await read(built)
  platform.clock.set(START)
  expect(moved).toMatchObject({
    status: 'open',
    overdueSince: null,
    dueOn: '2021-12-31',
    moves: [
      { fromOn: '2021-06-30', toOn: '2021-09-30', reason: 'Shipping', movedAt: START },
      { fromOn: '2021-09-30', toOn: '2021-12-31', reason: 'Customs' },
    ],
  })
})

describe('reminders', () => {
  test('to both sides in their language, 30, 7 and 1 days before, each once', async () => {
    const built = await buildCommitments(platform)
    const mails = async () => {
      const { rows } = await platform.database.pool.query<{ locale: string; subject: string }>(
        `select mail.locale, subject from mail where dedupe_key like $1 order by mail.created_at, mail.locale`,
        [`commitment-reminder/${built.prototypeId}/%`],
      )
      return rows.map(({ locale, subject }) => `${locale} ${subject}`)
    }
    for (const now of ['2021-05-30T06:00:00.000Z', '2021-05-31T06:00:00.000Z', '2021-06-01T06:00:00.000Z']) {
      platform.clock.set(now)
      await sendReminders(platform)
      await sendReminders(platform)
    }
    expect(await mails()).toEqual([
      'ko [이행 안내] 30일 후 기한: 시제품 인도',
      'ru До срока 30 дней: Передача опытного образца',
    ])
    platform.clock.set('2021-06-23T06:00:00.000Z')
    await sendReminders(platform)
    platform.clock.set('2021-06-29T06:00:00.000Z')
    await sendReminders(platform)
    const all = await mails()
    platform.clock.set(START)
    expect(all.slice(2)).toEqual([
      'ko [이행 안내] 7일 후 기한: 시제품 인도',
      'ru До срока 7 дней: Передача опытного образца',
      'ko [이행 안내] 1일 후 기한: 시제품 인도',
      'ru До срока 1 день: Передача опытного образца',
    ])
  })
})

test('of an archived programme nobody is reminded, of another one everybody', async () => {
  const [over, other] = [await buildCommitments(platform), await buildCommitments(platform)]
  const remindedOf = async ({ prototypeId }: BuiltCommitments) => {
    const { rows } = await platform.database.pool.query('select from mail where dedupe_key like $1', [
      `commitment-reminder/${prototypeId}/%`,
    ])
    return rows.length
  }
  await setArchived(platform, over.programmeId, true)
  platform.clock.set('2021-05-31T06:00:00.000Z')
  await sendReminders(platform)
  expect([await remindedOf(over), await remindedOf(other)]).toEqual([0, 2])
  await setArchived(platform, over.programmeId, false)
  await sendReminders(platform)
  expect([await remindedOf(over), await remindedOf(other)]).toEqual([2, 2])
  platform.clock.set(START)
})

describe('evidence', () => {
  const show = (built: BuiltCommitments, extra: { file?: File; method?: 'displacement-trace' } = {}) =>
    giveEvidence(platform, built.speakers[0], {
      ...prototype(built),
      note: 'See the file',
      file: extra.file ?? null,
      method: extra.method ?? null,
    })

  test('a measurement is read and computed; the other side objects, then accepts', async () => {
    const built = await buildCommitments(platform)
    const criteria = EXAMPLE_CRITERIA['displacement-trace']
    granted(await setCriteria(platform, built.operator, { ...prototype(built), criteria }))
    const { name, contents } = readExampleMeasurement('displacement-trace')
    const first = granted(await show(built, { file: new File([contents], name), method: 'displacement-trace' }))
    expect(first.assessment).toMatchObject({
      computation: 'naru-acceptance/1',
      points: 240,
      issues: [],
      criteria: [
        { key: 'resolution', met: true },
        { key: 'drift', met: true },
      ],
    })
    const [header = [], ...rows] = exampleMeasurement('displacement-trace')
    const xlsx = await writeXlsx([
      { title: 'Trace', columns: header.map((heading) => ({ heading })), rows: rows.map((row) => row.map(Number)) },
    ])
    const workbook = new File([new Uint8Array(xlsx)], 'trace.xlsx')
    const second = granted(await show(built, { file: workbook, method: 'displacement-trace' }))
    expect(second.assessment?.quantities).toEqual(first.assessment?.quantities)
    const judge = (
      evidenceId: string,
      verdict: 'accept' | 'object',
      partyId = built.partyIds[1]!,
      actor = built.speakers[1],
    ) => judgeEvidence(platform, actor, { ...prototype(built), evidenceId, partyId, verdict, reason: null })
    expect(
      codes([
        await judge(first.id, 'accept'),
        await judge(second.id, 'accept', built.partyIds[0], built.speakers[0]),
        await judge(second.id, 'accept', built.partyIds[0]),
      ]),
    ).toEqual(['commitments.evidence-superseded', 'commitments.own-evidence', 'commitments.absent'])
    expect(granted(await judge(second.id, 'object'))).toEqual({ status: 'objected' })
    expect(granted(await judge(second.id, 'accept'))).toEqual({ status: 'fulfilled' })
    expect(codes([await judge(second.id, 'object')])).toEqual(['commitments.not-in-state'])
    expect(await read(built)).toMatchObject({ status: 'fulfilled', fulfilledAt: START })
    const { points } = granted(await readTimeline(platform, built.speakers[0], built))
    expect(points.map(({ kind }) => kind)).toEqual([
      'sent',
      'signature',
      'signature',
      'signed',
      'evidence',
      'evidence',
      'verdict',
      'fulfilled',
      'due',
    ])
  })

  test('only the owner shows something; a file that is no table is refused', async () => {
    const built = await buildCommitments(platform)
    const foreign = { ...office(built), note: 'x', file: null, method: null }
    expect(codes([await giveEvidence(platform, built.speakers[0], foreign)])).toEqual(['commitments.not-the-owner'])
    const picture = new File([Buffer.from('89504e470d0a1a0a', 'hex')], 'trace.csv')
    expect(codes([await show(built, { file: picture, method: 'displacement-trace' })])).toEqual([
      'commitments.not-a-table',
    ])
  })

  test('criteria are checked when they are set', async () => {
    const built = await buildCommitments(platform)
    const [criterion] = EXAMPLE_CRITERIA['displacement-trace']
    const set = (change: object) =>
      setCriteria(platform, built.operator, { ...prototype(built), criteria: [{ ...criterion!, ...change }] })
    expect(
      codes([
        await set({ unit: 'furlong' }),
        await set({ unit: 'MPa' }),
        await set({ quantity: 'strength-min' }),
        await set({ method: 'deviation-inspection', quantity: 'share-within-tolerance', unit: '%' }),
        await set({ unit: 'мкм' }),
      ]),
    ).toEqual([
      'commitments.unit-unknown',
      'commitments.unit-of-other-kind',
      'commitments.criterion-of-other-method',
      'commitments.tolerance-missing',
      'ok',
    ])
    expect((await read(built)).criteria[0]?.unit).toBe('µm')
  })
})

describe('law', () => {
  test('suspended with the agreement, and taken up again with it', async () => {
    const built = await buildCommitments(platform)
    granted(await suspendCommitment(platform, built.operator, { ...office(built), reason: 'Sanction' }))
    granted(await suspendAgreement(platform, built.operator, { ...built, reason: 'Law 1/2020' }))
    await followJournal(platform)
    platform.clock.set('2022-01-01T00:00:00.000Z')
    await markOverdue(platform)
    expect((await read(built)).status).toBe('suspended-by-law')
    platform.clock.set(START)
    granted(await resumeAgreement(platform, built.operator, built))
    await followJournal(platform)
    expect([(await read(built)).status, (await read(built, office(built))).status]).toEqual([
      'open',
      'suspended-by-law',
    ])
    granted(await resumeCommitment(platform, built.operator, office(built)))
    granted(await withdrawCommitment(platform, built.operator, { ...office(built), reason: 'Agreed' }))
    expect(await read(built, office(built))).toMatchObject({ status: 'withdrawn', reason: 'Agreed' })
  })

  test('an agreement that was suspended before its signing was heard of has its commitments, which rest', async () => {
    const { programmeId, agreementId, partyIds, operator } = await buildAgreement(platform, { mode: 'ceremony' })
    const key = { programmeId, agreementId }
    for (const partyId of partyIds) granted(await recordCeremonySignature(platform, operator, { ...key, partyId }))
    granted(await suspendAgreement(platform, operator, { ...key, reason: 'Law 1/2020' }))
    await followJournal(platform)
    const statuses = async () =>
      granted(await listCommitments(platform, operator, { programmeId })).rows.map(({ status }) => status)
    expect(await statuses()).toEqual(['suspended-by-law', 'suspended-by-law'])
    granted(await resumeAgreement(platform, operator, key))
    await followJournal(platform)
    expect(await statuses()).toEqual(['open', 'open'])
  })
})

test('what is not followed is never overdue and nobody is reminded', async () => {
  const built = await buildCommitments(platform)
  const { programmeId, agreementId, partyIds } = built
  const command = {
    programmeId,
    agreementId,
    partyId: partyIds[0]!,
    what: { en: 'List on the exchange' },
    dueOn: '2020-11-01',
    evidenceKind: 'registration' as const,
    amount: null,
    followed: false,
    source: 'Newspaper',
    note: { en: 'Later fate not known.' },
  }
  const { id } = granted(await createCommitment(platform, built.operator, command))
  platform.clock.set('2023-01-01T00:00:00.000Z')
  await markOverdue(platform)
  const { status } = await read(built, { programmeId, commitmentId: id })
  platform.clock.set(START)
  expect(status).toBe('not-followed')
  const other = await buildCommitments(platform)
  expect(
    codes([
      await createCommitment(platform, built.operator, { ...command, partyId: other.partyIds[0]! }),
      await createCommitment(platform, built.operator, { ...command, agreementId: other.agreementId }),
    ]),
  ).toEqual(['commitments.agreement-not-signed', 'commitments.agreement-not-signed'])
})

test('a list takes one statement, however long it is', async () => {
  const built = await buildCommitments(platform)
  const { statements } = await countStatements(() => listCommitments(platform, built.operator, built))
  expect(statements).toHaveLength(1)
})
