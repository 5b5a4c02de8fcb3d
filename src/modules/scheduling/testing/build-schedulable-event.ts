import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type BuiltEvent, type EventFacts, buildEvent } from '../../events/testing/build-event.ts'
import { buildInterpreter } from '../../events/testing/build-interpreter.ts'
import { buildMeetingRequest } from '../../meetings/testing/build-meeting-request.ts'
import { type Speaker, buildSpeaker } from '../../meetings/testing/build-pair.ts'

export interface SchedulableEvent extends BuiltEvent {
  readonly hosts: readonly [Speaker, Speaker]
  readonly guests: readonly [Speaker, Speaker]
  readonly interpreters: readonly [Id, Id]
  /** host 0 with guest 0, 0 with 1, 1 with 0, 1 with 1: all accepted. */
  readonly requests: readonly [Id, Id, Id, Id]
}

/** Two companies a side who all want to meet, six half-hours, two interpreters. */
export async function buildSchedulableEvent(platform: Platform, facts: EventFacts = {}): Promise<SchedulableEvent> {
  const event = await buildEvent(platform, { online: 2, ...facts })
  const speaker = (side: number, n: number) =>
    buildSpeaker(platform, event, { side, locale: side === 0 ? 'ko' : 'ru', name: `${side}-${n}` })
  const hosts = [await speaker(0, 0), await speaker(0, 1)] as const
  const guests = [await speaker(1, 0), await speaker(1, 1)] as const
  const interpreters = [await interpreterOf(platform, event), await interpreterOf(platform, event)] as const
  const ask = async (host: Speaker, guest: Speaker) =>
    (await buildMeetingRequest(platform, { ...event, hostId: host.participantId, guestId: guest.participantId }))
      .requestId
  const requests = [
    await ask(hosts[0], guests[0]),
    await ask(hosts[0], guests[1]),
    await ask(hosts[1], guests[0]),
    await ask(hosts[1], guests[1]),
  ] as const
  return { ...event, hosts, guests, interpreters, requests }
}

const interpreterOf = async (platform: Platform, event: BuiltEvent) =>
  (await buildInterpreter(platform, event)).interpreterId
