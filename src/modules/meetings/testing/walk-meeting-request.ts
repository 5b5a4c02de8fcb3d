import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { acceptMeetingRequest } from '../operations/accept-meeting-request.ts'
import { requestMeeting } from '../operations/request-meeting.ts'
import { buildPair } from './build-pair.ts'

/** A step of a request's way through the product, with the statements it sends besides begin and commit. */
export interface WalkedStep {
  readonly step: 'ask' | 'accept'
  readonly statements: readonly string[]
}

export interface Walk {
  readonly steps: readonly WalkedStep[]
  readonly programmeId: Id
  readonly eventId: Id
  readonly requestId: Id
  /** Who asked, for the steps of later stages. */
  readonly host: Actor
}

/** Walks one request from asking to accepted, as its two companies do it. */
export async function walkMeetingRequest(platform: Platform): Promise<Walk> {
  const { event, host, guest } = await buildPair(platform)
  const { programmeId, eventId } = event
  const asked = await countStatements(() =>
    requestMeeting(platform, host.actor, {
      programmeId,
      eventId,
      hostId: host.participantId,
      guestId: guest.participantId,
      wish: 'want',
      note: null,
    }),
  )
  if (!asked.value.ok) throw new Error(asked.value.refusal.code)
  const requestId = asked.value.value.id
  const accepted = await countStatements(() =>
    acceptMeetingRequest(platform, guest.actor, { programmeId, eventId, requestId }),
  )
  if (!accepted.value.ok) throw new Error(accepted.value.refusal.code)
  const steps: WalkedStep[] = [
    { step: 'ask', statements: asked.statements },
    { step: 'accept', statements: accepted.statements },
  ]
  return { steps, programmeId, eventId, requestId, host: host.actor }
}
