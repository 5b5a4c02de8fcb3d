import { buildActor, buildSession } from '../../src/modules/accounts/testing/build-person.ts'
import { buildMeetingRequest } from '../../src/modules/meetings/testing/build-meeting-request.ts'
import type { Figure } from '../figure.ts'
import { type Answer, openClient, withHands } from './client.ts'
import { buildCrowd } from './crowd.ts'
import type { Running } from './installation.ts'

/** So many people of one company accept one request, and so many operators put one meeting on one slot, at once. */
export async function measureOneWinner(
  { platform, url }: Running,
  people: number,
  print: (figure: Figure) => void,
): Promise<void> {
  const crowd = await buildCrowd(platform, 1)
  const { programmeId, eventId, hosts, guests, timeslots } = crowd
  const [host, guest] = [hosts[0]!, guests[0]!]
  const { requestId } = await buildMeetingRequest(platform, {
    ...crowd,
    hostId: host.participantId,
    guestId: guest.participantId,
    status: 'pending',
  })
  const hands = Array.from({ length: people })
  const ofCompany = await withHands(hands, 8, async () => {
    const facts = { programmeId, scopeId: guest.companyId }
    return buildSession(platform, (await buildActor(platform, 'company-representative', facts)).personId)
  })
  const operators = await withHands(hands, 8, async () =>
    buildSession(platform, (await buildActor(platform, 'operator', { programmeId })).personId),
  )
  const { ask, close } = openClient(url, people)
  const event = `/api/v1/programmes/${programmeId}/events/${eventId}`
  try {
    const accepted = await Promise.all(
      ofCompany.map((cookie) =>
        ask(`${event}/meeting-requests/${requestId}/acceptance`, { method: 'POST', cookie, body: {} }),
      ),
    )
    tell('one-request', accepted, people, print)
    const body = { revision: 0, timeslotId: timeslots[0]!.id }
    const placed = await Promise.all(
      operators.map((cookie) => ask(`${event}/draft/meetings/${requestId}`, { method: 'PUT', cookie, body })),
    )
    tell('one-slot', placed, people, print)
  } finally {
    close()
  }
}

function tell(name: string, answers: readonly Answer[], people: number, print: (figure: Figure) => void): void {
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  print({ case: name, metric: '200', value: count(200), unit: '', goal: { atMost: 1 }, n: people })
  print({ case: name, metric: '409', value: count(409), unit: '', goal: { atLeast: people - 1 }, n: people })
  const slowest = Math.max(...answers.map(({ ms }) => ms))
  print({ case: name, metric: 'all answered after', value: slowest, unit: 'ms' })
  const strange = answers.find(({ status }) => status !== 200 && status !== 409)
  if (strange) process.stderr.write(`${name}: ${strange.status} ${strange.body.slice(0, 200)}\n`)
}
