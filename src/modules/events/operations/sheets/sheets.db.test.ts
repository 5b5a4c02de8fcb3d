import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../../platform/context.ts'
import { transaction } from '../../../../platform/database/handle.ts'
import { countStatements } from '../../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../../platform/testing.ts'
import type { Actor } from '../../../accounts/index.ts'
import { buildActor } from '../../../accounts/testing/build-person.ts'
import type { SheetImporter, SheetRow } from '../../../companies/index.ts'
import { buildCompany } from '../../../companies/testing/build-company.ts'
import { listInterpreters } from '../../queries/list-interpreters.ts'
import { listParticipants } from '../../queries/list-participants.ts'
import { type BuiltEvent, buildEvent, granted } from '../../testing/build-event.ts'
import { buildParticipant } from '../../testing/build-participant.ts'
import { withdrawParticipant } from '../withdraw-participant.ts'
import { interpreterSheet } from './interpreter-sheet.ts'
import { participantSheet } from './participant-sheet.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** Applies rows as an import would; the first stands in row 2. */
const importRows = (importer: SheetImporter, event: BuiltEvent, actor: Actor, rows: object[], refused: string[] = []) =>
  transaction(platform.db, async (trx) => {
    const run = {
      platform: within(platform, trx),
      actor,
      programmeId: event.programmeId,
      eventId: event.eventId,
      decisionOf: () => null,
      wasRefused: (_: string, code: string) => refused.includes(code),
    }
    const { effects, issues } = await importer.apply(
      run,
      rows.map((values, index) => ({ row: index + 2, values })) as SheetRow<never>[],
    )
    return {
      effects: [...effects],
      issues: issues.map(({ row, column, code, severity }) => [row, column, code, severity]),
    }
  })

const exportRows = (importer: SheetImporter, { programmeId, eventId, sides }: BuiltEvent) =>
  importer.exportRows({ platform, programmeId, eventId, sides, locale: 'en' })

async function prepare() {
  const event = await buildEvent(platform, {
    blocks: [
      { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T09:00:00.000Z', slotMinutes: 30, bufferMinutes: 0 },
    ],
  })
  return { event, operator: await buildActor(platform, 'operator', event) }
}

test('participants come in on the clock of their side, go out the same, and a second time change nothing', async () => {
  const { event, operator } = await prepare()
  const { programmeId } = event
  const seoul = await buildCompany(platform, { programmeId, sideId: event.sides[0]!.id, code: 'G-01' })
  await buildCompany(platform, { programmeId, sideId: event.sides[1]!.id, code: 'R-01' })
  const rows = [
    {
      company: 'G-01',
      delegates: 2,
      attendance: 'onsite',
      languages: ['ko', 'en'],
      maxMeetings: 8,
      availability: '2020-10-26 15:00-16:30; 2020-10-26 17:00-18:00',
    },
    {
      company: 'R-01',
      delegates: null,
      attendance: null,
      languages: [],
      maxMeetings: null,
      availability: '26.10.2020 9:00-12:00',
    },
  ]
  expect(await importRows(participantSheet, event, operator, rows)).toEqual({
    effects: [
      [2, 'create'],
      [3, 'create'],
    ],
    issues: [],
  })
  const listed = granted(await listParticipants(platform, operator, event)).rows
  expect(listed.find(({ companyId }) => companyId === seoul.companyId)).toMatchObject({
    delegates: 2,
    attendance: 'onsite',
    maxMeetings: 8,
    availability: [
      { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T07:30:00.000Z' },
      { startsAt: '2020-10-26T08:00:00.000Z', endsAt: '2020-10-26T09:00:00.000Z' },
    ],
  })
  const exported = await exportRows(participantSheet, event)
  expect(exported).toEqual([
    rows[0],
    {
      company: 'R-01',
      delegates: 1,
      attendance: 'online',
      languages: ['ru', 'en'],
      maxMeetings: null,
      availability: '2020-10-26 09:00-12:00',
    },
  ])
  const again = await countStatements(() => importRows(participantSheet, event, operator, exported as object[]))
  expect(again.value).toEqual({
    effects: [
      [2, 'unchanged'],
      [3, 'unchanged'],
    ],
    issues: [],
  })
  expect(again.statements).toHaveLength(4)
  const changed = await importRows(participantSheet, event, operator, [{ company: 'G-01', delegates: 3 }])
  expect(changed).toEqual({ effects: [[2, 'update']], issues: [] })
  expect((await exportRows(participantSheet, event))[0]).toEqual({ ...rows[0], delegates: 3 })
})

test('bad rows of participants are named', async () => {
  const { event, operator } = await prepare()
  const { programmeId } = event
  for (const code of ['G-01', 'G-02', 'G-03', 'G-04']) {
    await buildCompany(platform, {
      programmeId,
      sideId: event.sides[0]!.id,
      code,
      ...(code === 'G-03' ? { languages: [] } : {}),
    })
  }
  const back = await buildCompany(platform, { programmeId, sideId: event.sides[0]!.id, code: 'G-05' })
  const { participantId } = await buildParticipant(platform, event, { companyId: back.companyId })
  await withdrawParticipant(platform, operator, { ...event, participantId })
  const foreign = await prepare()
  await buildCompany(platform, { programmeId: foreign.event.programmeId, code: 'F-01' })
  const rows = [
    { company: 'G-01', availability: '2020-10-26 18:00-15:00' },
    { company: 'G-02', availability: '2020-10-27 15:00-18:00' },
    { company: 'G-02' },
    { company: 'G-03' },
    { company: 'F-01' },
    { company: 'REFUSED' },
    { company: 'G-05' },
  ]
  expect(await importRows(participantSheet, event, operator, rows, ['REFUSED'])).toEqual({
    effects: [
      [3, 'create'],
      [8, 'update'],
    ],
    issues: [
      [2, 'availability', 'events.availability-unreadable', 'error'],
      [3, 'availability', 'events.availability-outside-event', 'warning'],
      [4, 'company', 'code-twice', 'error'],
      [5, 'languages', 'events.languages-missing', 'error'],
      [6, 'company', 'company-unknown', 'error'],
      [8, 'company', 'events.participant-withdrawn', 'warning'],
    ],
  })
  const elsewhere = { ...event, eventId: foreign.event.eventId }
  expect((await importRows(participantSheet, elsewhere, operator, rows)).issues).toEqual([
    [null, null, 'events.event-unknown', 'error'],
  ])
})

test('interpreters come in on the clock they name, go out again, and bad rows are named', async () => {
  const { event, operator } = await prepare()
  const rows = [
    {
      name: 'Kim Naru',
      email: 'kim@example.org',
      languagePairs: ['ru-ko', 'en-ru'],
      maxConsecutiveMinutes: 90,
      availability: '2020-10-26 09:00-12:00',
      timeZone: 'Europe/Moscow',
    },
    {
      name: 'Lee Gang',
      email: null,
      languagePairs: ['ko-ru'],
      maxConsecutiveMinutes: null,
      availability: null,
      timeZone: null,
    },
  ]
  expect((await importRows(interpreterSheet, event, operator, rows)).effects).toEqual([
    [2, 'create'],
    [3, 'create'],
  ])
  expect(granted(await listInterpreters(platform, operator, event)).rows[0]?.availability).toEqual([
    { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T09:00:00.000Z' },
  ])
  const exported = await exportRows(interpreterSheet, event)
  expect(exported).toEqual([
    { ...rows[0], languagePairs: ['ko-ru', 'en-ru'], availability: '2020-10-26 15:00-18:00', timeZone: 'Asia/Seoul' },
    rows[1],
  ])
  expect((await importRows(interpreterSheet, event, operator, exported as object[])).effects).toEqual([
    [2, 'unchanged'],
    [3, 'unchanged'],
  ])
  const bad = [
    { name: 'A', languagePairs: [] },
    { name: 'B', languagePairs: ['ko-ko'] },
    { name: 'C', languagePairs: ['korean'] },
    { name: 'D', languagePairs: ['ko-ru'], availability: '2020-10-26 09:00-12:00' },
    { name: 'E', languagePairs: ['ko-ru'], availability: '2020-10-26 09:00-12:00', timeZone: 'Mars/Base' },
    { name: 'F', languagePairs: ['ko-ru'], email: 'nobody' },
    { name: 'Kim Naru', maxConsecutiveMinutes: 60 },
    { name: 'Kim Naru' },
  ]
  expect(await importRows(interpreterSheet, event, operator, bad)).toEqual({
    effects: [[8, 'update']],
    issues: [
      [2, 'languagePairs', 'events.interpreter-without-language-pair', 'error'],
      [3, 'languagePairs', 'events.language-pair-unreadable', 'error'],
      [4, 'languagePairs', 'events.language-pair-unreadable', 'error'],
      [5, 'timeZone', 'events.time-zone-missing', 'error'],
      [6, 'timeZone', 'events.time-zone-unknown', 'error'],
      [7, 'email', 'events.email-unreadable', 'error'],
      [9, 'name', 'events.interpreter-twice', 'error'],
    ],
  })
})
