import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { systemActor } from '../../accounts/index.ts'
import { withdrawParticipant } from '../../events/index.ts'
import { granted } from '../../events/testing/build-event.ts'
import { acceptMeetingRequest } from '../operations/accept-meeting-request.ts'
import { cancelMeetingRequest } from '../operations/cancel-meeting-request.ts'
import { declineMeetingRequest } from '../operations/decline-meeting-request.ts'
import { requestMeeting } from '../operations/request-meeting.ts'
import { type Speaker, buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { cancelOfWithdrawn } from './cancel-requests-of-withdrawn.ts'
import { notifyCompanies } from './notify-companies.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const ask = async (
  pair: Awaited<ReturnType<typeof buildPair>>,
  note: string | null = null,
  actor: Parameters<typeof requestMeeting>[1] = pair.host.actor,
) => {
  const { programmeId, eventId } = pair.event
  const parties = { hostId: pair.host.participantId, guestId: pair.guest.participantId }
  return granted(await requestMeeting(platform, actor, { programmeId, eventId, ...parties, wish: 'want', note }))
}

const run = async ({ reader, handle }: typeof notifyCompanies) =>
  drainJournal(platform, { reader, handle: (entries, trx) => handle(within(platform, trx), entries) })

/** Mails to the person who speaks for a company. */
const mailsTo = async ({ actor }: Speaker) => {
  const { rows } = await platform.database.pool.query<{ locale: string; subject: string; body_text: string }>(
    `select mail.locale, subject, body_text from mail join person on person.email = mail.to_address where person.id = $1
     order by mail.created_at, mail.id`,
    [actor.personId],
  )
  return rows
}

test('the guest is told in its language, with the time on its own clock; the host of the answer', async () => {
  const pair = await buildPair(platform)
  const { id } = await ask(pair, 'Мы делаем роботов')
  await run(notifyCompanies)
  const url = `${platform.config.baseUrl}/app/programmes/${pair.event.programmeId}/requests`
  const [asked, ...more] = await mailsTo(pair.guest)
  expect(more).toEqual([])
  expect(asked).toMatchObject({ locale: 'ru', subject: expect.stringMatching(/^Заявка на встречу: Test company/) })
  expect(asked?.body_text).toContain('Здравствуйте, Анна Иванова!')
  expect(asked?.body_text).toContain('Срок ответа: среда, 28 октября 2020 г. в 09:00 Москва, стандартное время.')
  expect(asked?.body_text).toContain('Мы делаем роботов')
  expect(asked?.body_text).toContain(url)
  expect(await mailsTo(pair.host)).toEqual([])
  await acceptMeetingRequest(platform, pair.guest.actor, { ...pair.event, requestId: id })
  await run(notifyCompanies)
  expect(await mailsTo(pair.host)).toEqual([
    {
      locale: 'ko',
      subject: expect.stringMatching(/^\[상담 수락\] /),
      body_text: expect.stringMatching(/^김나루 님, 안녕하십니까\./),
    },
  ])
})

test('an answer with a reason; a mail is written once, however often the entry is read', async () => {
  const pair = await buildPair(platform)
  const { id } = await ask(pair)
  await declineMeetingRequest(platform, pair.guest.actor, { ...pair.event, requestId: id, reason: 'Нет времени' })
  await run(notifyCompanies)
  await run({ ...notifyCompanies, reader: 'meetings.notify-companies-again' })
  expect((await mailsTo(pair.host)).map(({ body_text }) => body_text.includes('Нет времени'))).toEqual([true])
})

test('what is no longer so is not told; what the system did is not told', async () => {
  const pair = await buildPair(platform)
  const { id } = await ask(pair)
  await cancelMeetingRequest(platform, pair.host.actor, { ...pair.event, requestId: id })
  const another = await buildPair(platform)
  await ask(another, null, systemActor('demo'))
  await run(notifyCompanies)
  expect([await mailsTo(pair.guest), await mailsTo(another.guest)]).toEqual([[], []])
})

test('in an opt-out event the guest is told that the meeting counts', async () => {
  const pair = await buildPair(platform, { requestMode: 'opt-out' })
  await ask(pair)
  await run(notifyCompanies)
  expect((await mailsTo(pair.guest)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Запланирована встреча: /),
  ])
})

test('the live requests of a participant who withdraws are called off', async () => {
  const pair = await buildPair(platform)
  const pending = await ask(pair)
  const other = await buildSpeaker(platform, pair.event, { side: 1 })
  const untouched = await ask({ ...pair, host: await buildSpeaker(platform, pair.event), guest: other })
  await withdrawParticipant(platform, pair.guest.actor, { ...pair.event, participantId: pair.guest.participantId })
  await run(cancelOfWithdrawn)
  const { rows } = await platform.database.pool.query(
    'select id, status from meeting_request where event_id = $1 order by created_at, id',
    [pair.event.eventId],
  )
  expect(rows).toEqual([
    { id: pending.id, status: 'cancelled' },
    { id: untouched.id, status: 'pending' },
  ])
  const { rows: entries } = await platform.database.pool.query(
    `select actor_kind, before, after from journal_entry where subject_id = $1 and action = 'meeting-request.cancelled'`,
    [pending.id],
  )
  expect(entries).toEqual([
    {
      actor_kind: 'system',
      before: { status: 'pending' },
      after: { status: 'cancelled', reason: 'participant-withdrawn' },
    },
  ])
})
