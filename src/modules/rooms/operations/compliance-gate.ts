import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import { checkGate } from '../../compliance/index.ts'
import type { Room } from '../domain/room.ts'

/** The screening gate `room-token` for both companies: the one place where screening can keep a room shut. */
export const passGate = (
  platform: Platform,
  actor: Actor,
  { programmeId, host, guest }: Pick<Room, 'programmeId' | 'host' | 'guest'>,
): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId,
    gate: 'room-token',
    parties: () => gatePartiesOf(platform, programmeId, [host.companyId, guest.companyId]),
    actor,
  })
