import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../../platform/context.ts'
import { transaction } from '../../../../platform/database/handle.ts'
import { countStatements } from '../../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../../platform/testing.ts'
import type { Actor } from '../../../accounts/index.ts'
import { buildActor } from '../../../accounts/testing/build-person.ts'
import { type SheetImporter, type SheetRow, gatePartiesOf } from '../../../companies/index.ts'
import { partiesHeld } from '../../../compliance/index.ts'
import { buildEntry, buildScreening } from '../../../compliance/testing/build-watch-list.ts'
import { buildCompany } from '../../../companies/testing/build-company.ts'
import { type BuiltEvent, buildEvent } from '../../../events/testing/build-event.ts'
import { buildParticipant } from '../../../events/testing/build-participant.ts'
import { buildMeetingRequest } from '../../testing/build-meeting-request.ts'
import { neverMeetSheet } from './never-meet-sheet.ts'
import { requestSheet } from './request-sheet.ts'

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

/** Participants G-01, G-02 of the first side and of the second. */
async function prepare(facts = {}) {
  const event = await buildEvent(platform, facts)
  const ids: Record<string, string> = {}
  for (const code of ['G-01', 'G-02', 'R-01', 'R-02', 'R-03']) {
    const sideId = event.sides[code.startsWith('G') ? 0 : 1]!.id
    const { companyId } = await buildCompany(platform, { programmeId: event.programmeId, sideId, code })
    ids[code] = (await buildParticipant(platform, event, { companyId })).participantId
  }
  return { event, ids, operator: await buildActor(platform, 'operator', event) }
}

test('requests come in, go out the same, and a second time change nothing', async () => {
  const { event, operator } = await prepare()
  const rows = [
    { host: 'G-01', guest: 'R-01', wish: 'must', message: 'Robots', status: 'accepted' },
    { host: 'G-01', guest: 'R-02', wish: null, message: null, status: null },
    { host: 'R-03', guest: 'G-02' },
  ]
  const first = await importRows(requestSheet, event, operator, rows)
  expect(first).toEqual({
    effects: [
      [2, 'create'],
      [3, 'create'],
      [4, 'create'],
    ],
    issues: [],
  })
  const exported = await exportRows(requestSheet, event)
  expect(exported).toEqual([
    rows[0],
    { host: 'G-01', guest: 'R-02', wish: 'want', message: null, status: 'pending' },
    { host: 'R-03', guest: 'G-02', wish: 'want', message: null, status: 'pending' },
  ])
  const again = await countStatements(() => importRows(requestSheet, event, operator, exported as object[]))
  expect(again.value.effects.map(([, effect]) => effect)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(again.statements.length).toBeLessThanOrEqual(6)
  const changed = [
    { host: 'G-01', guest: 'R-02', status: 'accepted' },
    { host: 'G-01', guest: 'R-01', message: null, status: 'pending' },
    { host: 'G-02', guest: 'R-03' },
  ]
  expect(await importRows(requestSheet, event, operator, changed)).toEqual({
    effects: [
      [2, 'update'],
      [3, 'update'],
      [4, 'unchanged'],
    ],
    issues: [
      [3, 'status', 'meetings.accepted-stays', 'warning'],
      [4, 'host', 'meetings.asked-the-other-way', 'warning'],
    ],
  })
  const { rows: entries } = await platform.database.pool.query(
    `select action, count(*)::int as count from journal_entry where programme_id = $1 and subject_kind = 'meeting-request'
     group by action order by action`,
    [event.programmeId],
  )
  expect(entries).toEqual([
    { action: 'meeting-request.accepted', count: 1 },
    { action: 'meeting-request.created', count: 3 },
    { action: 'meeting-request.updated', count: 1 },
  ])
})

test('bad rows are named by the rules of a request made on screen; expired requests block nothing', async () => {
  const { event, ids, operator } = await prepare({ maxRequestsPerParticipant: 1 })
  await buildMeetingRequest(platform, {
    ...event,
    hostId: ids['G-02']!,
    guestId: ids['R-03']!,
    status: 'pending',
    expiresAt: platform.clock.now(),
  })
  await importRows(neverMeetSheet, event, operator, [{ participant: 'R-02', unwanted: 'G-01' }])
  const rows = [
    { host: 'G-01', guest: 'G-01' },
    { host: 'G-01', guest: 'G-02' },
    { host: 'G-01', guest: 'R-02' },
    { host: 'G-01', guest: 'R-01' },
    { host: 'R-01', guest: 'G-01' },
    { host: 'G-01', guest: 'R-03' },
    { host: 'G-01', guest: 'X-99' },
    { host: 'REFUSED', guest: 'R-01' },
    { host: 'G-02', guest: 'R-03' },
  ]
  expect(await importRows(requestSheet, event, operator, rows, ['REFUSED'])).toEqual({
    effects: [
      [5, 'create'],
      [10, 'create'],
    ],
    issues: [
      [2, 'guest', 'meetings.to-oneself', 'error'],
      [3, 'guest', 'meetings.own-side', 'error'],
      [4, 'guest', 'meetings.never-meet', 'error'],
      [6, 'guest', 'meetings.pair-twice', 'error'],
      [7, 'guest', 'meetings.quota-reached', 'error'],
      [8, 'guest', 'meetings.participant-unknown', 'error'],
    ],
  })
})

test('never-meet lists come in once and go out again', async () => {
  const { event, ids, operator } = await prepare()
  await buildMeetingRequest(platform, { ...event, hostId: ids['G-02']!, guestId: ids['R-03']! })
  const rows = [
    { participant: 'G-01', unwanted: 'R-01' },
    { participant: 'G-01', unwanted: 'R-01' },
    { participant: 'R-03', unwanted: 'G-02' },
    { participant: 'G-01', unwanted: 'G-01' },
    { participant: 'G-01', unwanted: 'X-99' },
  ]
  expect(await importRows(neverMeetSheet, event, operator, rows)).toEqual({
    effects: [
      [2, 'create'],
      [3, 'unchanged'],
    ],
    issues: [
      [4, 'unwanted', 'meetings.pair-already-live', 'error'],
      [5, 'unwanted', 'meetings.to-oneself', 'error'],
      [6, 'unwanted', 'meetings.participant-unknown', 'error'],
    ],
  })
  expect(await exportRows(neverMeetSheet, event)).toEqual([rows[0]])
  expect((await importRows(neverMeetSheet, event, operator, [rows[0]!])).effects).toEqual([[2, 'unchanged']])
  const foreign = await prepare()
  const elsewhere = { ...event, eventId: foreign.event.eventId }
  for (const importer of [neverMeetSheet, requestSheet]) {
    expect((await importRows(importer, elsewhere, operator, rows)).issues).toEqual([
      [null, null, 'meetings.event-unknown', 'error'],
    ])
    expect(await exportRows(importer, elsewhere)).toEqual([])
  }
})

test('a table accepts nothing for a company that is not cleared, and says in which rows', async () => {
  const { event, ids, operator } = await prepare()
  const { programmeId, eventId } = event
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: 'Vymysel Optronika' })] })
  const hostId = ids['G-02']!
  await buildMeetingRequest(platform, { programmeId, eventId, hostId, guestId: ids['R-02']!, status: 'pending' })
  const rows = [
    { host: 'G-01', guest: 'R-01', status: 'accepted' },
    { host: 'G-01', guest: 'R-03', status: 'pending' },
    { host: 'G-02', guest: 'R-02', status: 'accepted' },
  ]
  const states = async () => (await exportRows(requestSheet, event)).map(({ status }) => status)
  const first = await importRows(requestSheet, event, operator, rows)
  expect(first.issues).toEqual([2, 4].map((row) => [row, 'status', 'meetings.waits-for-screening', 'warning']))
  expect(await states()).toEqual(['pending', 'pending', 'pending'])
  // Nobody is checked within an import; once they are, the same table does what it says.
  await partiesHeld(platform, {
    programmeId,
    gate: 'meeting-confirmation',
    parties: () => gatePartiesOf(platform, programmeId, null),
  })
  expect((await importRows(requestSheet, event, operator, rows)).issues).toEqual([])
  expect(await states()).toEqual(['accepted', 'pending', 'accepted'])
})
