import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { listParticipants } from '../queries/list-participants.ts'
import { type BuiltEvent, buildEvent, granted } from '../testing/build-event.ts'
import { buildParticipant } from '../testing/build-participant.ts'
import { registerParticipant } from './register-participant.ts'
import { updateParticipant } from './update-participant.ts'
import { withdrawParticipant } from './withdraw-participant.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)
const keyOf = ({ programmeId, eventId }: BuiltEvent) => ({ programmeId, eventId })

const participation = {
  delegates: 2,
  attendance: 'onsite',
  languages: ['ko', 'en'],
  maxMeetings: 8,
  availability: [
    { startsAt: '2020-10-27T07:00:00.000Z', endsAt: '2020-10-27T08:00:00.000Z' },
    { startsAt: '2020-10-27T06:00:00.000Z', endsAt: '2020-10-27T07:00:00.000Z' },
  ],
} as const

const joined = [{ startsAt: '2020-10-27T06:00:00.000Z', endsAt: '2020-10-27T08:00:00.000Z' }]

/** A company with its representative, of side `side`, registered or only known. */
async function buildSpeaker(event: BuiltEvent, side = 0) {
  const { companyId, participantId } = await buildParticipant(platform, event, { side })
  const actor = await buildActor(platform, 'company-representative', { ...event, scopeId: companyId })
  return { companyId, participantId, actor }
}

async function buildUnregistered(event: BuiltEvent) {
  const elsewhere = await buildEvent(platform, { programme: event, blocks: [] })
  return buildSpeaker(elsewhere)
}

test('a representative registers the own company with availability and delegates', async () => {
  const event = await buildEvent(platform)
  const { companyId, actor } = await buildUnregistered(event)
  const command = { ...keyOf(event), companyId, ...participation }
  const { value, statements } = await countStatements(() => registerParticipant(platform, actor, command))
  const { id } = granted(value)
  expect(statements).toHaveLength(2)
  const [row] = granted(await listParticipants(platform, actor, event)).rows
  expect(row).toMatchObject({ id, companyId, ...participation, availability: joined, status: 'registered' })
  expect(codeOf(await registerParticipant(platform, actor, command))).toBe('events.participant-already-registered')
})

test('of two registrations of a company at once one is refused', async () => {
  const event = await buildEvent(platform)
  const { companyId, actor } = await buildUnregistered(event)
  const register = () => registerParticipant(platform, actor, { ...keyOf(event), companyId, ...participation })
  const outcomes = await Promise.all([register(), register(), register()])
  expect(outcomes.map(codeOf).toSorted()).toEqual([
    'events.participant-already-registered',
    'events.participant-already-registered',
    null,
  ])
})

test('who withdrew may come back under the same id', async () => {
  const event = await buildEvent(platform)
  const { companyId, participantId, actor } = await buildSpeaker(event)
  const key = { ...keyOf(event), participantId }
  expect(await withdrawParticipant(platform, actor, key)).toEqual({ ok: true, value: null })
  expect(codeOf(await withdrawParticipant(platform, actor, key))).toBe('events.participant-withdrawn')
  expect(codeOf(await updateParticipant(platform, actor, { ...key, ...participation }))).toBe(
    'events.participant-withdrawn',
  )
  const back = await registerParticipant(platform, actor, { ...keyOf(event), companyId, ...participation })
  expect(back).toEqual({ ok: true, value: { id: participantId } })
})

test('a change replaces availability', async () => {
  const event = await buildEvent(platform)
  const { participantId, actor } = await buildSpeaker(event)
  const key = { ...keyOf(event), participantId }
  await updateParticipant(platform, actor, { ...key, ...participation })
  expect(granted(await listParticipants(platform, actor, event)).rows[0]?.availability).toEqual(joined)
  await updateParticipant(platform, actor, { ...key, ...participation, availability: [] })
  expect(granted(await listParticipants(platform, actor, event)).rows[0]?.availability).toEqual([])
  const backwards = [{ startsAt: joined[0]!.endsAt, endsAt: joined[0]!.startsAt }]
  expect(codeOf(await updateParticipant(platform, actor, { ...key, ...participation, availability: backwards }))).toBe(
    'events.availability-ends-before-it-starts',
  )
})

test('another company, another programme and officials change nothing', async () => {
  const event = await buildEvent(platform)
  const foreign = await buildEvent(platform)
  const own = await buildSpeaker(event)
  const other = await buildSpeaker(event, 1)
  const unregistered = await buildUnregistered(event)
  const official = await buildActor(platform, 'official', event)
  const foreignOperator = await buildActor(platform, 'operator', foreign)
  for (const actor of [other.actor, official, foreignOperator]) {
    const key = { ...keyOf(event), participantId: own.participantId }
    expect(codeOf(await updateParticipant(platform, actor, { ...key, ...participation }))).toBe('events.absent')
    expect(codeOf(await withdrawParticipant(platform, actor, key))).toBe('events.absent')
    const registration = { ...keyOf(event), companyId: unregistered.companyId, ...participation }
    expect(codeOf(await registerParticipant(platform, actor, registration))).toBe('events.company-absent')
  }
  const inForeign = { ...keyOf(foreign), participantId: own.participantId }
  expect(codeOf(await withdrawParticipant(platform, foreignOperator, inForeign))).toBe('events.absent')
  const companyOfOther = { ...keyOf(foreign), companyId: own.companyId, ...participation }
  expect(codeOf(await registerParticipant(platform, foreignOperator, companyOfOther))).toBe('events.company-absent')
})

test('companies register while the event is open, the operator also before and after', async () => {
  for (const status of ['setup', 'closed'] as const) {
    const event = await buildEvent(platform, { status })
    const operator = await buildActor(platform, 'operator', event)
    const { companyId, actor } = await buildUnregistered(event)
    const command = { ...keyOf(event), companyId, ...participation }
    expect(await registerParticipant(platform, actor, command)).toEqual({
      ok: false,
      refusal: { kind: 'conflict', code: 'events.not-open', detail: { status } },
    })
    expect((await registerParticipant(platform, operator, command)).ok).toBe(true)
  }
})

test('availability and the number of meetings are shown to the operator, officials and the company alone', async () => {
  const event = await buildEvent(platform)
  const { participantId, actor } = await buildSpeaker(event)
  const other = await buildSpeaker(event, 1)
  const gone = await buildSpeaker(event)
  await withdrawParticipant(platform, gone.actor, { ...keyOf(event), participantId: gone.participantId })
  await updateParticipant(platform, actor, { ...keyOf(event), participantId, ...participation })
  const seenBy = async (reader: Parameters<typeof listParticipants>[1]) => {
    const { rows } = granted(await listParticipants(platform, reader, event))
    const row = rows.find(({ id }) => id === participantId)
    return [row?.availability.length, row?.maxMeetings, rows.length]
  }
  expect(await seenBy(actor)).toEqual([1, 8, 2])
  expect(await seenBy(other.actor)).toEqual([0, null, 2])
  expect(await seenBy(await buildActor(platform, 'official', event))).toEqual([1, 8, 3])
  expect(await seenBy(await buildActor(platform, 'operator', event))).toEqual([1, 8, 3])
  const interpreter = await buildActor(platform, 'interpreter', { ...event, scopeId: platform.newId() })
  expect(await seenBy(interpreter)).toEqual([0, null, 2])
  const foreigner = await buildActor(platform, 'operator', await buildEvent(platform))
  expect(codeOf(await listParticipants(platform, foreigner, event))).toBe('events.absent')
})

test('participants are listed in two statements however many there are', async () => {
  const event = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', event)
  const list = async () => (await countStatements(() => listParticipants(platform, operator, event))).statements.length
  await buildParticipant(platform, event, participation)
  const one = await list()
  await buildParticipant(platform, event, participation)
  await buildParticipant(platform, event, { ...participation, side: 1 })
  expect([one, await list()]).toEqual([2, 2])
})
