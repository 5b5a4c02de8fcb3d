import type { Id } from '../../src/kernel/id.ts'
import { buildActor, buildSession } from '../../src/modules/accounts/testing/build-person.ts'
import { type BuiltEvent, type EventFacts, buildEvent } from '../../src/modules/events/testing/build-event.ts'
import { buildInterpreter } from '../../src/modules/events/testing/build-interpreter.ts'
import { buildParticipant } from '../../src/modules/events/testing/build-participant.ts'
import type { Platform } from '../../src/platform/context.ts'
import { withHands } from './client.ts'

/** Somebody who speaks for one company of the event. */
export interface Member {
  readonly personId: Id
  readonly companyId: Id
  readonly participantId: Id
  readonly cookie: string
  /** An address of its own, as behind a proxy. */
  readonly from: string
}

export interface Crowd extends BuiltEvent {
  readonly hosts: readonly Member[]
  readonly guests: readonly Member[]
  readonly operatorCookie: string
}

/** Statements side by side while a crowd is made: as many as the pool has connections. */
const BUILDERS = 8

/** An open event with so many companies a side, each with a person who is signed in, and interpreters for some. */
export async function buildCrowd(
  platform: Platform,
  aSide: number,
  { interpreters = 1, ...facts }: EventFacts & { readonly interpreters?: number } = {},
): Promise<Crowd> {
  const event = await buildEvent(platform, { maxRequestsPerParticipant: 500, ...facts })
  const { programmeId } = event
  for (let n = 0; n < interpreters; n++) await buildInterpreter(platform, event)
  const seats = Array.from({ length: 2 * aSide }, (_, at) => at)
  const members = await withHands(seats, BUILDERS, async (at): Promise<Member> => {
    const { companyId, participantId } = await buildParticipant(platform, event, { side: at < aSide ? 0 : 1 })
    const { personId } = await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId })
    const cookie = await buildSession(platform, personId)
    return { personId, companyId, participantId, cookie, from: addressOf(at) }
  })
  const operator = await buildActor(platform, 'operator', event)
  const operatorCookie = await buildSession(platform, operator.personId)
  return { ...event, hosts: members.slice(0, aSide), guests: members.slice(aSide), operatorCookie }
}

/** Addresses that are nobody's (RFC 2544). */
const addressOf = (at: number): string => `198.18.${at >> 8}.${at & 255}`

export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
