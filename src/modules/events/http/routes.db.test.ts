import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildEvent } from '../testing/build-event.ts'
import { eventsRoutes } from './routes.ts'

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

test('an event goes over the wire from its creation to its participants and interpreters', async () => {
  const { programmeId, sides } = await buildEvent(platform)
  const operator = as(await buildActor(platform, 'operator', { programmeId }))
  const rules = {
    name: { en: ' Consultation ', ko: '' },
    requestMode: 'opt-in',
    requestExpiryHours: 48,
    maxRequestsPerParticipant: 10,
    whoMayMeet: 'across-sides',
  } as const
  const { id: eventId } = await call(eventsRoutes.createEvent, { programmeId, ...rules }, operator)
  const key = { programmeId, eventId }
  const span = { startsAt: '2020-10-28T06:00:00.000Z', endsAt: '2020-10-28T07:00:00.000Z' }
  const block = { ...span, slotMinutes: 30, bufferMinutes: 0 }
  const added = await call(eventsRoutes.addBlock, { ...key, ...block }, operator)
  const { places } = await call(eventsRoutes.setPlaces, { ...key, tables: 1, online: 1 }, operator)
  await call(eventsRoutes.updateEvent, { ...key, ...rules, status: 'open', revision: 1 }, operator)
  const event = await call(eventsRoutes.readEvent, key, operator)
  expect(event).toMatchObject({
    id: eventId,
    name: { en: 'Consultation' },
    status: 'open',
    places,
    may: { edit: true },
  })
  expect(event.blocks).toEqual([{ id: added.id, ...block }])
  const { companyId } = await buildCompany(platform, { programmeId, sideId: sides[0]!.id })
  const asCompany = as(await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId }))
  const participation = {
    delegates: 2,
    attendance: 'onsite',
    languages: ['ko'],
    maxMeetings: null,
    availability: [span],
  } as const
  const registered = await call(
    eventsRoutes.registerParticipant,
    { ...key, companyId, ...participation, languages: ['ko'], availability: [span] },
    asCompany,
  )
  const [participant] = (await call(eventsRoutes.listParticipants, key, asCompany)).rows
  expect(participant).toMatchObject({ id: registered.id, companyId, ...participation, status: 'registered' })
  const person = { name: 'Kim Naru', languagePairs: ['ko-ru'] }
  const { id: interpreterId } = await call(eventsRoutes.addInterpreter, { ...key, ...person }, operator)
  expect((await call(eventsRoutes.listInterpreters, key, operator)).rows).toEqual([
    { ...person, id: interpreterId, email: null, maxConsecutiveMinutes: null, availability: [], synthetic: false },
  ])
  expect(
    (await call(eventsRoutes.listEvents, { programmeId }, asCompany)).rows.find(({ id }) => id === eventId),
  ).toEqual({
    id: eventId,
    name: { en: 'Consultation' },
    status: 'open',
    ...span,
    timeslots: 2,
    participants: 1,
    interpreters: 1,
  })
  const done = { ok: true }
  const participantKey = { ...key, participantId: registered.id }
  expect([
    await call(eventsRoutes.updateParticipant, { ...participantKey, languages: ['ko', 'en'] }, asCompany),
    await call(eventsRoutes.withdrawParticipant, participantKey, asCompany),
    await call(eventsRoutes.updateInterpreter, { ...key, interpreterId, ...person, name: 'Lee' }, operator),
    await call(eventsRoutes.removeInterpreter, { ...key, interpreterId }, operator),
    await call(eventsRoutes.removeBlock, { ...key, blockId: added.id }, operator),
  ]).toEqual([done, done, done, done, done])
})

test('an interpreter with no languages does not pass the door', async () => {
  const event = await buildEvent(platform)
  const operator = as(await buildActor(platform, 'operator', event))
  const { programmeId, eventId } = event
  await expect(
    call(eventsRoutes.addInterpreter, { programmeId, eventId, name: 'Kim', languagePairs: [] }, operator),
  ).rejects.toThrow()
})
