import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import type { Participation } from '../domain/participant.ts'
import { registerParticipant } from '../operations/register-participant.ts'
import { type BuiltEvent, granted } from './build-event.ts'

export interface ParticipantFacts extends Partial<Participation> {
  /** Of an existing company; without it one is built on `side`. */
  readonly companyId?: Id
  /** Position of the side of the new company among those of the programme; 0 unless said otherwise. */
  readonly side?: number
}

export interface BuiltParticipant {
  readonly participantId: Id
  readonly companyId: Id
}

/** A registered company that speaks the languages of its side. */
export async function buildParticipant(
  platform: Platform,
  event: Pick<BuiltEvent, 'programmeId' | 'eventId' | 'sides'>,
  { side = 0, ...facts }: ParticipantFacts = {},
): Promise<BuiltParticipant> {
  const { programmeId, eventId } = event
  const home = event.sides[side]
  if (!home) throw new Error(`The programme has no side ${side}`)
  const companyId = facts.companyId ?? (await buildCompany(platform, { programmeId, sideId: home.id })).companyId
  const { id: participantId } = granted(
    await registerParticipant(platform, systemActor('test'), {
      programmeId,
      eventId,
      companyId,
      delegates: facts.delegates ?? 1,
      attendance: facts.attendance ?? 'online',
      languages: facts.languages ?? [home.languages[0]!],
      maxMeetings: facts.maxMeetings ?? null,
      availability: facts.availability ?? [],
    }),
  )
  return { participantId, companyId }
}
