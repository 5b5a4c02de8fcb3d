import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { type BuiltEvent, type EventFacts, buildEvent } from '../../events/testing/build-event.ts'
import { type ParticipantFacts, buildParticipant } from '../../events/testing/build-participant.ts'

/** A participant with the person who speaks for it. */
export interface Speaker {
  readonly participantId: Id
  readonly companyId: Id
  readonly actor: Actor & { readonly kind: 'person' }
}

export async function buildSpeaker(
  platform: Platform,
  event: BuiltEvent,
  {
    locale = 'en',
    name = 'Kim Naru',
    ...facts
  }: ParticipantFacts & { readonly locale?: Locale; readonly name?: string } = {},
): Promise<Speaker> {
  const { participantId, companyId } = await buildParticipant(platform, event, facts)
  const { programmeId } = event
  const actor = await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId, locale, name })
  return { participantId, companyId, actor }
}

/** An open event with a host of its first side and a guest of its second. */
export async function buildPair(
  platform: Platform,
  facts: EventFacts = {},
): Promise<{ event: BuiltEvent; host: Speaker; guest: Speaker }> {
  const event = await buildEvent(platform, facts)
  const host = await buildSpeaker(platform, event, { side: 0, locale: 'ko', name: '김나루' })
  const guest = await buildSpeaker(platform, event, { side: 1, locale: 'ru', name: 'Анна Иванова' })
  return { event, host, guest }
}
