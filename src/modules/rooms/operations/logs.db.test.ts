import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { setArchived } from '../../programmes/testing/archive.ts'
import { showsPicture, wearBrand } from '../../programmes/testing/wear-brand.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import type { LogContent } from '../domain/log.ts'
import { exportLogs, printLog } from '../queries/log-form.ts'
import { listLogs, readLog } from '../queries/read-log.ts'
import { type BuiltRoom, buildRoom } from '../testing/build-room.ts'
import { remindOfMeetings } from './remind-meetings.ts'
import { signLog } from './sign-log.ts'
import { writeLog } from './write-log.ts'

const START = '2020-10-26T06:00:00.000Z'
let platform: TestPlatform
let room: BuiltRoom
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const at = (minutes: number) => platform.clock.set(addMinutes(room.startsAt, minutes))
const key = () => ({ programmeId: room.programmeId, requestId: room.requestId })

const LOG: LogContent = {
  attended: 'both',
  interest: 4,
  agreementKind: 'supply',
  amount: { minor: 1e15, currency: 'KRW' },
  amountBasis: 'pursued',
  note: '시제품 납품',
  nextStep: 'Send samples',
  nextStepOn: '2020-11-10',
  confidential: false,
}
const write = (actor: Actor, change: Partial<LogContent> = {}, revision = 0) =>
  writeLog(platform, actor, { ...key(), content: { ...LOG, ...change }, revision })
const sign = (actor: Actor, revision: number) => signLog(platform, actor, { ...key(), revision })
async function read(actor: Actor) {
  const view = await readLog(platform, actor, key())
  if (!view.ok) throw new Error(view.refusal.code)
  return view.value
}
const journal = async (action: string) => {
  const { rows } = await sql<{ after: unknown }>`select after from journal_entry
    where subject_id = ${room.requestId} and action = ${action} order by seq`.execute(platform.db)
  return rows.map(({ after }) => after)
}

describe('logs of a meeting', () => {
  beforeEach(async () => {
    platform.clock.set(START)
    room = await buildRoom(platform)
    at(31)
  })

  test('each side and the interpreter write their own; a stranger and the operator write none', async () => {
    at(-1)
    expect(code(await write(room.host))).toBe('rooms.not-met-yet')
    at(31)
    expect(code(await write(room.otherCompany))).toBe('rooms.absent')
    expect(code(await write(room.operator))).toBe('rooms.log-not-yours')
    expect(code(await write(room.host, { amountBasis: null }))).toBe('rooms.log-basis-missing')
    expect(await write(room.host)).toEqual({ ok: true, value: { revision: 1 } })
    expect(code(await write(room.guest, { amountBasis: 'talked', interest: 2 }))).toBe('ok')
    expect(code(await write(room.interpreter, { amount: null, amountBasis: null }))).toBe('ok')
    const seen = await read(room.guest)
    expect(seen).toMatchObject({ revision: 3, writesAs: 'guest', maySign: true, differences: ['amount'] })
    expect(seen.logs.map(({ writtenAs, amount }) => [writtenAs, amount?.minor])).toEqual([
      ['host', 1e15],
      ['guest', 1e15],
      ['interpreter', undefined],
    ])
    expect(code(await write(room.host))).toBe('rooms.log-changed')
    expect(code(await write(room.host, { interest: 5 }, 1))).toBe('ok')
    expect(await journal('log.written')).toHaveLength(4)
    expect(JSON.stringify(await journal('log.written'))).not.toContain('samples')
  })

  test('a confidential log is for the two sides, the operator and its writer', async () => {
    await write(room.host, { confidential: true })
    await write(room.interpreter, { confidential: true })
    const official = await buildActor(platform, 'official', { programmeId: room.programmeId })
    const seats = async (actor: Actor) => (await read(actor)).logs.map(({ writtenAs }) => writtenAs)
    expect(await seats(room.guest)).toEqual(['host', 'interpreter'])
    expect(await seats(room.operator)).toEqual(['host', 'interpreter'])
    expect(await seats(room.interpreter)).toEqual(['interpreter'])
    expect(await seats(official)).toEqual([])
    const { programmeId } = room
    expect((await listLogs(platform, official, { programmeId })).flatMap(({ logs }) => logs)).toEqual([])
    expect(code(await readLog(platform, room.otherCompany, key()))).toBe('rooms.absent')
    expect(code(await printLog(platform, room.otherCompany, { ...key(), locale: 'ko' }))).toBe('rooms.absent')
    expect(code(await exportLogs(platform, room.otherCompany, { ...key(), locale: 'ko' }))).toBe('rooms.absent')
    const own = (await listLogs(platform, room.otherCompany, { programmeId })).map(
      ({ room: { requestId } }) => requestId,
    )
    expect(own).not.toContain(room.requestId)
  })

  test('both sign what they saw; a change takes signatures back; then nothing changes any more', async () => {
    expect(code(await sign(room.host, 0))).toBe('rooms.log-nothing-written')
    await write(room.host)
    expect(code(await sign(room.host, 1))).toBe('ok')
    expect(code(await sign(room.host, 1))).toBe('rooms.log-signed-before')
    expect(code(await sign(room.interpreter, 1))).toBe('rooms.not-a-side')
    expect(code(await sign(room.otherCompany, 1))).toBe('rooms.absent')
    await write(room.guest)
    expect(await read(room.host)).toMatchObject({ hostSignedAt: null, maySign: true })
    expect(code(await sign(room.guest, 1))).toBe('rooms.log-changed')
    expect(code(await sign(room.guest, 2))).toBe('ok')
    expect(code(await sign(room.host, 2))).toBe('ok')
    expect(code(await write(room.guest, {}, 1))).toBe('rooms.log-closed')
    expect(await read(room.guest)).toMatchObject({ writesAs: null, maySign: false, signedOffAt: platform.clock.now() })
  })

  test('of two sign-offs at once both count, and one of them completes it', async () => {
    await write(room.host)
    const signed = await Promise.all([sign(room.host, 1), sign(room.guest, 1)])
    expect(signed.map(code)).toEqual(['ok', 'ok'])
    const entries = (await journal('log.signed-off')) as { complete: boolean }[]
    expect(entries.map(({ complete }) => complete)).toEqual([false, true])
    expect((await read(room.host)).signedOffAt).not.toBeNull()
  })

  test('a sign-off and a change at once: nobody has signed what they did not see', async () => {
    await write(room.host)
    const [signed, written] = await Promise.all([sign(room.guest, 1), write(room.host, { interest: 1 }, 1)])
    expect(code(written)).toBe('ok')
    expect(['ok', 'rooms.log-changed']).toContain(code(signed))
    expect(await read(room.guest)).toMatchObject({ revision: 2, guestSignedAt: null })
  })

  test('of two tabs of one side the second is told to look again', async () => {
    const both = await Promise.all([write(room.host), write(room.host, { interest: 1 })])
    expect(both.map(code).toSorted()).toEqual(['ok', 'rooms.log-changed'])
  })

  test('the form is a PDF in every language, with the brand of the programme, and a workbook', async () => {
    await write(room.host, { note: 'Text with \u0E01 and <b>' })
    await write(room.guest, { attended: 'guest' })
    for (const locale of ['ko', 'ru', 'en'] as const) {
      const printed = await printLog(platform, room.host, { ...key(), locale })
      expect(printed.ok && Buffer.from(printed.value.contents).subarray(0, 4).toString()).toBe('%PDF')
    }
    await wearBrand(platform, room.programmeId)
    const branded = await printLog(platform, room.host, { ...key(), locale: 'ko' })
    expect(branded.ok && showsPicture(branded.value.contents)).toBe(true)
    const sheet = await exportLogs(platform, room.host, { ...key(), locale: 'ko' })
    expect(sheet.ok && Buffer.from(sheet.value.contents).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('reminders before a meeting', () => {
  const mails = async () => {
    const { rows } = await sql<{ subject: string; body_text: string; to_address: string }>`
      select subject, body_text, to_address from mail where dedupe_key like ${`meeting-reminder/${room.requestId}/%`}
      order by created_at, to_address`.execute(platform.db)
    return rows
  }

  test('a day and an hour before, to the people of the meeting, in the own zone first, never twice, never of an archived programme', async () => {
    platform.clock.set(START)
    room = await buildRoom(platform)
    at(-1441)
    await remindOfMeetings(platform)
    expect(await mails()).toEqual([])
    at(-1440)
    await setArchived(platform, room.programmeId, true)
    await remindOfMeetings(platform)
    expect(await mails()).toEqual([])
    await setArchived(platform, room.programmeId, false)
    await setArchived(platform, (await buildProgramme(platform)).programmeId, true)
    await Promise.all([remindOfMeetings(platform), remindOfMeetings(platform)])
    await remindOfMeetings(platform)
    expect(await mails()).toHaveLength(3)
    at(-90)
    await remindOfMeetings(platform)
    expect(await mails()).toHaveLength(3)
    at(-58)
    await remindOfMeetings(platform)
    await remindOfMeetings(platform)
    const sent = await mails()
    expect(sent).toHaveLength(6)
    const zones = sent.map(({ subject }) => /\d\d:\d\d (\S+)/.exec(subject)?.[1])
    expect(new Set(zones)).toEqual(new Set(['Asia/Seoul', 'Europe/Moscow']))
    at(0)
    await remindOfMeetings(platform)
    expect(await mails()).toHaveLength(6)
  })
})
